package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list keeps what is added to it, until it is ticked off or taken away. */
final class ItemList implements Behaviour {

  private static final String ITEMS = "items";
  private static final String DONE = "done";

  @Override
  public void begin(Body body) {
    body.begin(ITEMS, new Value.Items(List.of()));
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    Entries items = new Entries(body, ITEMS);
    Optional<String> name = Arguments.text(arguments, "name", "text");
    return switch (action) {
      case "add" -> Optional.of(name.map(n -> add(items, n)).orElseGet(ItemList::unnamed));
      case "complete" ->
          Optional.of(name.map(n -> complete(items, n)).orElseGet(ItemList::unnamed));
      case "remove" -> Optional.of(name.map(n -> remove(items, n)).orElseGet(ItemList::unnamed));
      default -> Optional.empty();
    };
  }

  private static Answer unnamed() {
    return Answer.badCommand("argument name is missing");
  }

  private static Answer add(Entries items, String name) {
    Map<String, Value> item = new LinkedHashMap<>();
    item.put("name", Value.of(name));
    item.put(DONE, Value.of(false));
    items.add(item);
    return Answer.accepted();
  }

  private static Answer complete(Entries items, String name) {
    if (items.first(item -> isCalled(item, name)).isEmpty()) {
      return Answer.notNow("not on the list");
    }
    items.replace(item -> isCalled(item, name) ? Entries.with(item, DONE, Value.of(true)) : item);
    return Answer.accepted();
  }

  private static Answer remove(Entries items, String name) {
    if (items.first(item -> isCalled(item, name)).isEmpty()) {
      return Answer.notNow("not on the list");
    }
    items.remove(item -> isCalled(item, name));
    return Answer.accepted();
  }

  private static boolean isCalled(Map<String, Value> item, String name) {
    return Entries.isText(item, "name", name);
  }
}
