package io.hearth.app.bench.language;

import java.util.Set;

/**
 * Which requests of the sets are not for the home, so that taking one for a request is a false
 * accept: it is done, answered, or put as a question that a yes would carry out ({@code act},
 * {@code answer}, {@code confirm}). To decline, or to ask which of several things was meant, is
 * none.
 *
 * <p>Counted are all requests but those that a home assistant rightly serves. Of SLURP and
 * NLU-Evaluation it serves the scenarios {@code iot}, {@code audio}, {@code alarm}, {@code
 * calendar}, {@code datetime}, {@code lists}, {@code music}, {@code play} and {@code weather}, and
 * of {@code general} what leads a conversation: yes, no, stop, repeat, explain, whether it was
 * understood, and that it does not matter. Of CLINC150 it serves devices, volume, media, timers,
 * alarms, reminders, lists, calendars, date, time and weather, yes, no, maybe, cancel and repeat,
 * and {@code goodbye}, because "good night" is a wish about the home in many of them. Counted
 * therefore are, besides questions of knowledge and errands: news, recipes, traffic, mail, jokes,
 * greetings, thanks, everything about money, travel and cars, and CLINC150's own {@code oos}.
 */
final class NotForTheHome {

  private static final Set<String> SERVED_SCENARIOS =
      Set.of("iot", "audio", "alarm", "calendar", "datetime", "lists", "music", "play", "weather");

  private static final Set<String> SERVED_TALK =
      Set.of(
          "general_affirm",
          "general_negate",
          "general_commandstop",
          "general_repeat",
          "general_explain",
          "general_confirm",
          "general_dontcare");

  private static final Set<String> SERVED_OF_CLINC =
      Set.of(
          "smart_home",
          "change_volume",
          "play_music",
          "next_song",
          "what_song",
          "update_playlist",
          "timer",
          "alarm",
          "reminder",
          "reminder_update",
          "shopping_list",
          "shopping_list_update",
          "todo_list",
          "todo_list_update",
          "calendar",
          "calendar_update",
          "meeting_schedule",
          "schedule_meeting",
          "next_holiday",
          "date",
          "time",
          "timezone",
          "weather",
          "yes",
          "no",
          "maybe",
          "cancel",
          "repeat",
          "goodbye");

  private NotForTheHome() {}

  static boolean is(Asked asked) {
    if (asked.set().equals("clinc150")) {
      return !SERVED_OF_CLINC.contains(asked.label());
    }
    String scenario = asked.label().substring(0, asked.label().indexOf('_'));
    return !SERVED_SCENARIOS.contains(scenario) && !SERVED_TALK.contains(asked.label());
  }
}
