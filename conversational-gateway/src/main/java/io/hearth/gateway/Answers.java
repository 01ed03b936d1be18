package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out the answer to a request that asks something. */
final class Answers {

  private final Phrases phrases;
  private final StateAnswers states;
  private final ThingAnswers things;

  Answers(Phrases phrases) {
    this.phrases = phrases;
    StateWords words = new StateWords(phrases);
    this.states = new StateAnswers(words);
    this.things = new ThingAnswers(words);
  }

  Part answer(Request request, Outlook outlook) {
    return switch (request.intent()) {
      case QUERY_STATE -> states.answer(request, outlook);
      case QUERY_TIME -> time(request, outlook);
      case QUERY_DATE -> date(request, outlook);
      case QUERY_WEATHER -> things.weather(request, outlook);
      case QUERY_LIST -> things.list(request, outlook);
      case QUERY_TIMER -> things.timers(request, outlook);
      case QUERY_ALARM -> things.alarms(request, outlook);
      case QUERY_CALENDAR -> things.calendar(request, outlook);
      default ->
          Part.impossible(
              request, Problem.Kind.UNSUPPORTED, Arguments.words(request.intent().word()));
    };
  }

  private Part time(Request request, Outlook outlook) {
    ZonedDateTime now = outlook.moment().localTime();
    String reply = phrases.say("answer.time", Map.of("time", Figures.clock(now)));
    return told(request, DateTimeFormatter.ofPattern("HH:mm").format(now), reply);
  }

  private Part date(Request request, Outlook outlook) {
    ZonedDateTime now = outlook.moment().localTime();
    String reply = phrases.say("answer.date", Map.of("date", Figures.day(now.toLocalDate())));
    return told(request, now.toLocalDate().toString(), reply);
  }

  private static Part told(Request request, String value, String reply) {
    return Part.answered(
        request, new Answer(Optional.of(Value.of(value)), Unit.NONE, List.of(), reply));
  }
}
