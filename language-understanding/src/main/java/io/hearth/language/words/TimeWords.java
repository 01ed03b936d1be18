package io.hearth.language.words;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words of a language for times of day, days and repetition; read from its lexicon. */
final class TimeWords {

  private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?");
  private static final LocalTime NOON = LocalTime.NOON;

  final PhraseTrie<Boolean> after;
  final PhraseTrie<Boolean> fromNow;
  final PhraseTrie<Boolean> at;
  final PhraseTrie<Boolean> until;
  final PhraseTrie<Boolean> lasting;
  final PhraseTrie<Boolean> spanFrom;
  final PhraseTrie<Boolean> spanTo;
  final PhraseTrie<Boolean> oclock;
  final PhraseTrie<Boolean> am;
  final PhraseTrie<Boolean> pm;
  final PhraseTrie<Boolean> past;
  final PhraseTrie<Boolean> before;
  final PhraseTrie<Boolean> halfPast;
  final PhraseTrie<Boolean> quarter;
  final PhraseTrie<Boolean> every;
  final PhraseTrie<Boolean> daily;
  final PhraseTrie<LocalTime> named = new PhraseTrie<>();
  final PhraseTrie<LocalTime> parts = new PhraseTrie<>();
  final PhraseTrie<String> weekdays = new PhraseTrie<>();
  final PhraseTrie<String> sets = new PhraseTrie<>();
  final PhraseTrie<Boolean> sun = new PhraseTrie<>();
  final PhraseTrie<Integer> months = new PhraseTrie<>();
  private final Map<String, Integer> daysOfMonth = new HashMap<>();
  private final PhraseTrie<DayWord> days = new PhraseTrie<>();
  private final Normalizer normalizer;
  private final JsonNode data;

  TimeWords(DataFile file, Normalizer normalizer) {
    this.normalizer = normalizer;
    data = file.section("time");
    after = set("after");
    fromNow = set("from_now");
    at = set("at");
    until = set("until");
    lasting = set("lasting");
    spanFrom = set("span_from");
    spanTo = set("span_to");
    oclock = set("oclock");
    am = set("am");
    pm = set("pm");
    past = set("past");
    before = set("before");
    halfPast = set("half_past");
    quarter = set("quarter");
    every = set("every");
    daily = set("daily");
    each("named", (word, value) -> named.add(word, LocalTime.parse(value.asString())));
    each("parts", this::addPart);
    each("days", this::addDay);
    each("weekdays", this::addWeekday);
    each("sets", (word, value) -> sets.add(word, value.asString()));
    each("months", (word, value) -> months.add(word, value.asInt()));
    each("days_of_month", (word, value) -> daysOfMonth.put(word.getLast(), value.asInt()));
    each("sun", (word, value) -> sun.add(word, value.asString().equals("sunrise")));
  }

  /** The word for a day that begins at a word, "on" before it included. */
  PhraseTrie.@Nullable Match<DayWord> day(Sentence sentence, int at) {
    int word = sentence.is(at, "on") || sentence.is(at, "next") ? at + 1 : at;
    return days.longest(sentence, word);
  }

  /** Which day of a month a word is, from 1; null where it is none. */
  @Nullable Integer dayOfMonth(String word) {
    Integer named = daysOfMonth.get(word);
    if (named != null) {
      return named;
    }
    Matcher digits = DAY_OF_MONTH.matcher(word);
    return digits.matches() ? Integer.valueOf(digits.group(1)) : null;
  }

  private void addPart(List<String> words, JsonNode value) {
    parts.add(words, LocalTime.parse(value.asString()));
  }

  private void addDay(List<String> words, JsonNode value) {
    LocalTime usual = null;
    for (int i = 0; i < words.size(); i++) {
      if (data.get("parts").get(words.get(i)) != null) {
        usual = LocalTime.parse(data.get("parts").get(words.get(i)).asString());
      }
    }
    if (words.equals(List.of("tonight"))) {
      usual = LocalTime.of(20, 0);
    }
    Optional<LocalTime> time = Optional.ofNullable(usual);
    boolean late = time.isPresent() && time.get().isAfter(NOON);
    boolean early = time.isPresent() && time.get().isBefore(NOON);
    days.add(words, new DayWord(Optional.of(value.asInt()), Optional.empty(), time, early, late));
  }

  private void addWeekday(List<String> words, JsonNode code) {
    weekdays.add(words, code.asString());
    DayOfWeek day = DayOfWeek.of(CODES.indexOf(code.asString()) + 1);
    days.add(words, of(day, Optional.empty()));
    each(
        "parts",
        (part, time) -> {
          List<String> both = new java.util.ArrayList<>(words);
          both.addAll(part);
          days.add(both, of(day, Optional.of(LocalTime.parse(time.asString()))));
        });
  }

  private static DayWord of(DayOfWeek day, Optional<LocalTime> usual) {
    boolean late = usual.isPresent() && usual.get().isAfter(NOON);
    boolean early = usual.isPresent() && usual.get().isBefore(NOON);
    return new DayWord(Optional.empty(), Optional.of(day), usual, early, late);
  }

  private PhraseTrie<Boolean> set(String key) {
    PhraseTrie<Boolean> trie = new PhraseTrie<>();
    phrases(data.get(key), words -> trie.add(words, Boolean.TRUE));
    return trie;
  }

  private void phrases(JsonNode list, Consumer<List<String>> each) {
    DataFile.texts(list).forEach(text -> each.accept(normalizer.words(text)));
  }

  private void each(String key, java.util.function.BiConsumer<List<String>, JsonNode> each) {
    DataFile.entries(data.get(key))
        .forEach(
            (word, value) -> each.accept(normalizer.words(word.toLowerCase(Locale.ROOT)), value));
  }
}
