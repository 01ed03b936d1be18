package io.hearth.app.bench.language;

import io.hearth.language.words.Lexicon;
import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Transcript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes texts that nobody says but somebody sends: characters of every script and of none, one word
 * a thousand times, compounds without end, nothing but politeness, the words of the grammar and of
 * the home in any order, and requests with a word lost, doubled or moved.
 */
final class HostileTexts {

  private static final int MOST_WORDS = 150;
  private static final List<String> ODD =
      List.of(
          "\uD83D\uDD25",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uD83C\uDFF4",
          "\uD800",
          "\uDC00",
          "\u0000",
          "\u0007",
          "\u001B[31m",
          "\u202E",
          "\u2066",
          "\u200B",
          "\uFEFF",
          "\u05D0\u05D5\u05E8",
          "\u0636\u0648\u0621",
          "\u706F\u3092\u3064\u3051\u3066",
          "e\u0301\u0301\u0301",
          "\u0130",
          "\u1E9E",
          "\n",
          "\t",
          "\r\n",
          "\\",
          "\"",
          "'",
          "''",
          "{}",
          "{target}",
          "[x]",
          "(a|b)",
          "<on>",
          "%s",
          "%n",
          "$1",
          "../..",
          "';--",
          "<script>",
          "null",
          "NaN",
          "-0",
          "1e309",
          "99999999999999999999",
          "0x7f",
          "1:2:3:4",
          "25:61",
          "31.2.2026",
          "\u00BD",
          "\u2074",
          "\u066A",
          "\u00B0",
          "--",
          "...",
          "?!",
          "&&",
          "a".repeat(300));
  private static final List<String> FILLERS =
      List.of(
          "please",
          "um",
          "uh",
          "er",
          "well",
          "so",
          "hey",
          "okay",
          "could you",
          "would you mind",
          "kindly",
          "just",
          "like",
          "you know",
          "thank you",
          "for me",
          "i mean",
          "now");
  private static final List<String> JOINTS =
      List.of(" and ", " and then ", ", ", " then ", " but ");
  private static final List<String> VERBS =
      List.of(
          "turn on",
          "turn off",
          "open",
          "close",
          "unlock",
          "lock",
          "start",
          "stop",
          "dim",
          "mute",
          "disarm",
          "heat",
          "set",
          "what is",
          "is",
          "don't open");
  private static final List<String> ENDS =
      List.of(
          "",
          " to half",
          " to 220 degrees",
          " at nine",
          " in ten minutes",
          " every weekday at seven",
          " twice as bright",
          " red",
          " except the lamp",
          " when it rains",
          " and both to low");

  private final List<String> names;
  private final List<String> words;

  /**
   * @param home whose names are used
   */
  HostileTexts(Home home) {
    names = new ArrayList<>();
    home.devices().stream().map(Device::name).forEach(names::add);
    home.areas().stream().map(Area::name).forEach(names::add);
    words = Lexicon.of("en").vocabulary().stream().sorted().toList();
  }

  /** A text of 1 to {@value Transcript#MAX_LENGTH} characters, and at times a longer one. */
  String text(Random random) {
    String text =
        switch (random.nextInt(8)) {
          case 0 -> characters(random);
          case 1 -> joined(random, ODD, 1 + random.nextInt(60), "");
          case 2 -> repeated(random);
          case 3 -> compound(random);
          case 4 -> joined(random, FILLERS, 1 + random.nextInt(MOST_WORDS), " ");
          case 5 -> joined(random, words, 1 + random.nextInt(MOST_WORDS), " ");
          case 6 -> mixed(random);
          default -> damaged(random);
        };
    boolean cut = text.length() > Transcript.MAX_LENGTH && random.nextInt(20) > 0;
    return cut ? text.substring(0, Transcript.MAX_LENGTH) : text;
  }

  private static String characters(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(400);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x300 : 0x110000));
    }
    return text.toString();
  }

  private String repeated(Random random) {
    String word = random.nextBoolean() ? pick(random, words) : pick(random, VERBS);
    return (word + " ").repeat(1 + random.nextInt(2_000)) + pick(random, names);
  }

  private String compound(Random random) {
    StringBuilder text = new StringBuilder(request(random));
    int parts = random.nextInt(40);
    for (int i = 0; i < parts; i++) {
      text.append(pick(random, JOINTS))
          .append(random.nextBoolean() ? request(random) : "the " + pick(random, names));
    }
    return text.toString();
  }

  private String request(Random random) {
    return pick(random, VERBS) + " the " + pick(random, names) + pick(random, ENDS);
  }

  private String mixed(Random random) {
    List<List<String>> sources = List.of(ODD, FILLERS, VERBS, ENDS, names, words, words);
    return String.join(
        " ",
        IntStream.range(0, 1 + random.nextInt(MOST_WORDS / 2))
            .mapToObj(i -> pick(random, pick(random, sources)))
            .toList());
  }

  private String damaged(Random random) {
    List<String> parts = new ArrayList<>(List.of(request(random).split(" ")));
    int harms = 1 + random.nextInt(4);
    for (int i = 0; i < harms && parts.size() > 1; i++) {
      int at = random.nextInt(parts.size());
      switch (random.nextInt(4)) {
        case 0 -> parts.remove(at);
        case 1 -> parts.add(at, parts.get(at));
        case 2 -> Collections.swap(parts, at, random.nextInt(parts.size()));
        default -> parts.add(at, pick(random, words));
      }
    }
    return String.join(" ", parts);
  }

  private static String joined(Random random, List<String> from, int count, String between) {
    return String.join(
        between, IntStream.range(0, count).mapToObj(i -> pick(random, from)).toList());
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
