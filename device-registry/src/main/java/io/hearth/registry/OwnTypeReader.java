package io.hearth.registry;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Property;
import io.hearth.model.owntype.Instances;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Presence;
import io.hearth.model.owntype.Resource;
import io.hearth.model.owntype.Telling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a device type of one's own of a file that fits its schema; checks every reference. */
final class OwnTypeReader {

  private final Part root;
  private final Catalogue catalogue;

  OwnTypeReader(Part root, Catalogue catalogue) {
    this.root = root;
    this.catalogue = catalogue;
  }

  OwnType read() {
    Part id = root.require("id");
    if (catalogue.type(id.text()).isPresent()) {
      throw id.problem("'" + id.text() + "' is a type of the catalogue; choose another id");
    }
    DeviceType plain = new DeviceTypeReader(capabilities()).read(id.text(), withOwn());
    Instances instances = new InstancesReader(root.require("devices")).read();
    Names names = Names.of(plain);
    checkWords(names);
    checkActions(names);
    WireReader wire = new WireReader(names, variables(instances));
    List<Telling> states = root.items("state").stream().map(wire::telling).toList();
    List<Presence> presence = root.items("availability").stream().map(wire::presence).toList();
    Set<String> told =
        states.stream().flatMap(t -> t.properties().keySet().stream()).collect(Collectors.toSet());
    Map<String, Order> orders = new LinkedHashMap<>();
    Map<String, Boolean> retries = new LinkedHashMap<>();
    root.entries("commands")
        .forEach((action, part) -> {
          orders.put(action, wire.order(part, names.checkAction(part, action), told));
          part.get("retry").ifPresent(flag -> retries.put(action, flag.content().equals(true)));
        });
    return new OwnType(
        new TypeCut(retries, root.entries("own")).of(plain),
        root.file().name(),
        instances,
        states,
        presence,
        orders,
        root.get("sleepy").map(flag -> flag.content().equals(true)).orElse(false),
        new SimulationReader(root, names).read(),
        new SamplesReader(root, names).read());
  }

  private Map<String, Capability> capabilities() {
    Map<String, Capability> all = new LinkedHashMap<>();
    catalogue.capabilities().forEach(capability -> all.put(capability.name(), capability));
    root.entries("own")
        .forEach((name, part) -> {
          if (all.containsKey(name)) {
            throw part.problem("'" + name + "' is a capability of the catalogue; choose another");
          }
          all.put(name, CatalogueReader.capability(name, part));
        });
    return all;
  }

  /** The file with its own capabilities among those of the type. */
  private Part withOwn() {
    Map<String, Part> entries = new LinkedHashMap<>(root.entries());
    List<Part> listed = new ArrayList<>(root.items("capabilities"));
    root.entries("own")
        .forEach((name, part) -> listed.add(new Part(root.file(), part.path(), part.line(), name)));
    int line = root.get("capabilities").map(Part::line).orElse(root.line());
    entries.put("capabilities", new Part(root.file(), "capabilities", line, listed));
    return new Part(root.file(), root.path(), root.line(), entries);
  }

  private Set<String> variables(Instances instances) {
    Set<String> names = new TreeSet<>();
    instances.found().ifPresent(place -> names.addAll(place.names()));
    instances
        .resource()
        .ifPresent(resource -> {
          names.addAll(resource.names());
          names.addAll(Resource.NAMES);
        });
    instances.listed().forEach(entry -> names.addAll(entry.keySet()));
    return names;
  }

  private void checkWords(Names names) {
    root.entries("words")
        .values()
        .forEach(language -> {
          language.entries("properties").forEach((name, part) -> names.checkProperty(part, name));
          language
              .entries("options")
              .forEach((name, part) -> {
                names.checkProperty(part, name);
                part.entries().forEach((option, words) -> names.checkOption(words, name, option));
              });
        });
  }

  private void checkActions(Names names) {
    for (String key : List.of("confirm", "without")) {
      for (Part action : root.items(key)) {
        boolean known =
            names.actions().containsKey(action.text())
                || catalogue.capabilities().stream()
                    .anyMatch(capability -> capability.action(action.text()).isPresent());
        if (!known) {
          names.checkAction(action, action.text());
        }
      }
    }
    root.entries("limits").forEach((name, part) -> names.checkProperty(part, name));
    root.entries("also").values().forEach(action -> names.checkAction(action, action.text()));
  }

  /** What the type has, to refer to. */
  record Names(Map<String, Property> properties, Map<String, Action> actions) {

    static Names of(DeviceType type) {
      Map<String, Property> properties = new LinkedHashMap<>();
      Map<String, Action> actions = new LinkedHashMap<>();
      Stream.concat(
              type.capabilities().stream(),
              type.kinds().values().stream().flatMap(kind -> kind.capabilities().stream()))
          .forEach(capability -> {
            capability.properties().forEach(p -> properties.putIfAbsent(p.name(), p));
            capability.actions().forEach(a -> actions.putIfAbsent(a.name(), a));
          });
      return new Names(properties, actions);
    }

    Property checkProperty(Part part, String name) {
      Property property = properties.get(name);
      if (property == null) {
        throw part.problem(unknown("property", name, properties.keySet()));
      }
      return property;
    }

    Action checkAction(Part part, String name) {
      Action action = actions.get(name);
      if (action == null) {
        throw part.problem(unknown("action", name, actions.keySet()));
      }
      return action;
    }

    void checkOption(Part part, String property, String option) {
      List<String> options = checkProperty(part, property).options();
      if (!options.contains(option)) {
        throw part.problem(
            property + " has no option '" + option + "'" + Closest.hint(option, options));
      }
    }

    private static String unknown(String what, String name, Set<String> known) {
      return "the type has no "
          + what
          + " '"
          + name
          + "'; it has "
          + String.join(", ", known)
          + Closest.hint(name, known);
    }
  }

  /**
   * The type with what the file says of single commands, and with words for all that is its own: a
   * property without words is called by its name.
   */
  private record TypeCut(Map<String, Boolean> retries, Map<String, Part> own) {

    private static final String LANGUAGE = "en";

    DeviceType of(DeviceType type) {
      return new DeviceType(
          type.id(),
          type.names(),
          type.collective(),
          type.capabilities().stream().map(this::of).toList(),
          type.risk(),
          type.confirm(),
          type.traits(),
          type.kinds(),
          type.commandTimeoutSeconds(),
          type.settleSeconds(),
          words(type));
    }

    private Map<String, DeviceType.Words> words(DeviceType type) {
      DeviceType.Words given = type.words(LANGUAGE);
      Map<String, List<String>> properties = new LinkedHashMap<>(given.properties());
      own.values().stream()
          .flatMap(capability -> capability.entries("properties").keySet().stream())
          .forEach(name -> properties.putIfAbsent(name, List.of(spoken(name))));
      Map<String, DeviceType.Words> all = new LinkedHashMap<>(type.words());
      all.put(LANGUAGE, new DeviceType.Words(properties, given.options()));
      return all;
    }

    private static String spoken(String name) {
      return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private Capability of(Capability capability) {
      return new Capability(
          capability.name(),
          capability.properties(),
          capability.actions().stream().map(this::of).toList());
    }

    private Action of(Action action) {
      return new Action(
          action.name(),
          action.arguments(),
          action.effects(),
          action.intents(),
          retries.getOrDefault(action.name(), action.idempotent()));
    }
  }
}
