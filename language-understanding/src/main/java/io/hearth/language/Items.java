package io.hearth.language;

import io.hearth.language.words.Lexicon;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a request for a list apart where several items were said: "eggs, flour and butter". */
final class Items {

  private static final int LONGEST = 4;

  private final Lexicon lexicon;

  Items(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** One request for each item; the request itself where it is one. */
  List<Request> each(Request request) {
    Optional<String> said = request.word(Slots.TEXT);
    List<String> items = said.map(this::items).orElse(List.of());
    if (items.size() < 2) {
      return List.of(request);
    }
    List<Request> requests = new ArrayList<>();
    for (String item : items) {
      Map<String, Value> slots = new LinkedHashMap<>(request.slots());
      slots.put(Slots.TEXT, Value.of(item));
      requests.add(
          new Request(
              request.intent(),
              slots,
              request.targets(),
              request.grounding(),
              request.schedule(),
              request.problems()));
    }
    return requests;
  }

  /** The items, unless the words are one: a task with a verb, or what belongs together. */
  private List<String> items(String said) {
    if (lexicon.set("pairs").contains(lexicon.normalizer().words(said))) {
      return List.of(said);
    }
    List<String> items = new ArrayList<>();
    for (String part : said.split("\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+plus\\s+", -1)) {
      String item = withoutArticle(part.strip());
      List<String> words = lexicon.normalizer().words(item);
      if (words.isEmpty() || words.size() > LONGEST || lexicon.isIn("chores", words.getFirst())) {
        return List.of(said);
      }
      items.add(item);
    }
    return items;
  }

  private static String withoutArticle(String item) {
    return item.replaceFirst("^(?:some|also|the|a bit of)\\s+", "");
  }
}
