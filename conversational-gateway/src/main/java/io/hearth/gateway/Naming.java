package io.hearth.gateway;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What devices and places of a home are called in a sentence. */
final class Naming {

  private static final int MOST_NAMED = 3;

  /** What a noun is in its sentence; a language without cases has the same articles in all. */
  enum Case {
    NOMINATIVE,
    ACCUSATIVE,
    DATIVE
  }

  private final Home home;
  private final Phrases phrases;
  private final Case as;

  Naming(Home home, Phrases phrases) {
    this(home, phrases, Case.ACCUSATIVE);
  }

  private Naming(Home home, Phrases phrases, Case as) {
    this.home = home;
    this.phrases = phrases;
    this.as = as;
  }

  /** The same names in another case. */
  Naming in(Case other) {
    return new Naming(home, phrases, other);
  }

  /** Puts what some devices are called into the variables of a sentence, in every case. */
  void put(List<DeviceId> ids, Map<String, Object> variables) {
    boolean plural = isPlural(ids);
    String subject = in(Case.NOMINATIVE).the(ids);
    variables.put("the", the(ids));
    variables.put("nom", subject);
    variables.put("dat", in(Case.DATIVE).the(ids));
    variables.put("The", Figures.capital(subject));
    variables.put("be", phrases.text(plural ? "naming.be.many" : "naming.be.one"));
    variables.put("has", phrases.text(plural ? "naming.has.many" : "naming.has.one"));
    variables.put("it", phrases.text(plural ? "naming.it.many" : "naming.it.one"));
    variables.put("several", plural);
  }

  /** "the oven", "the bedroom lamp" where there are several lamps, "Ann" for a person. */
  String the(Device device) {
    String name = device.name();
    if (device.person().isPresent() || isPossessive(name)) {
      return name;
    }
    String full = isShared(device) ? inArea(device, name) : lower(name);
    return withArticle(full, name);
  }

  /** What a property is called: by its type's own word, else by its name. */
  String property(Device device, String property) {
    return ownWord(device, property)
        .or(() -> phrases.find("properties." + property, Map.of()))
        .orElseGet(() -> Arguments.words(property));
  }

  /** The word of a device's type for a property that is usual for no other. */
  Optional<String> ownWord(Device device, String property) {
    return device
        .type()
        .words(phrases.language())
        .properties()
        .getOrDefault(property, List.of())
        .stream()
        .findFirst();
  }

  String the(DeviceId id) {
    return home.device(id).map(this::the).orElse(id.value());
  }

  /** Some devices together: "the bedroom lights", "the oven and the lamp", "5 lights". */
  String the(List<DeviceId> ids) {
    List<Device> devices = ids.stream().distinct().flatMap(id -> home.device(id).stream()).toList();
    if (devices.size() < 2) {
      return devices.isEmpty() ? phrases.text("naming.nothing") : the(devices.getFirst());
    }
    Optional<String> word = commonWord(devices);
    if (word.isPresent() && isAllOfTheArea(devices)) {
      return allOfTheArea(devices.getFirst(), word.get());
    }
    if (devices.size() <= MOST_NAMED) {
      return phrases.figures().and(devices.stream().map(this::the).toList());
    }
    if (word.isPresent() && isAllOfTheHome(devices)) {
      return phrases.say("naming.all." + key(), Map.of("word", word.get()));
    }
    return word.map(w -> devices.size() + " " + w).orElseGet(() -> mixed(devices));
  }

  private String allOfTheArea(Device one, String word) {
    AreaId area = one.area().orElseThrow();
    String name = home.area(area).map(this::of).orElse("");
    return phrases
        .say("naming.all_in_area." + key(), Map.of("area", name, "in_area", in(area), "word", word))
        .replace("  ", " ");
  }

  private String key() {
    return as.name().toLowerCase(Locale.ROOT);
  }

  /** Many of several types: "3 lights and the thermostat". */
  private String mixed(List<Device> devices) {
    Map<String, List<Device>> byType = new LinkedHashMap<>();
    devices.forEach(
        device -> byType.computeIfAbsent(word(device), key -> new ArrayList<>()).add(device));
    if (byType.size() > MOST_NAMED) {
      return devices.size() + " " + phrases.text("naming.devices");
    }
    List<String> groups = new ArrayList<>();
    byType.forEach((word, alike) ->
        groups.add(alike.size() == 1 ? the(alike.getFirst()) : alike.size() + " " + word));
    return phrases.figures().and(groups);
  }

  /** What several of its type and kind are called: of the language, else of the type. */
  private String word(Device device) {
    String type = "naming.types." + device.type().id();
    return device
        .kind()
        .flatMap(kind -> phrases.find(type + "_" + kind, Map.of()))
        .or(() -> phrases.find(type, Map.of()))
        .or(() -> device.typeNames(phrases.language()).stream().findFirst().map(this::plural))
        .orElseGet(() -> phrases.text("naming.devices"));
  }

  /** A name as somebody said it, with its article. */
  String the(String said) {
    Optional<Device> known =
        home.devices().stream().filter(d -> d.name().equalsIgnoreCase(said)).findFirst();
    if (known.isPresent()) {
      return the(known.get());
    }
    return isPossessive(said) ? said : withArticle(lower(said), said);
  }

  /** The place as it stands before a noun, e.g. "living room". */
  String of(Area area) {
    return lower(area.name());
  }

  /** "the kitchen"; the area's id where it is unknown. */
  String area(AreaId id) {
    return home.area(id)
        .map(area -> isPossessive(area.name()) ? area.name() : withArticle(of(area), area.name()))
        .orElse(id.value());
  }

  /** "in the kitchen", "on the balcony". */
  String in(AreaId id) {
    Optional<String> name = home.area(id).map(this::of);
    Map<String, String> on = phrases.below("naming.on");
    boolean upon = name.filter(said -> on.keySet().stream().anyMatch(said::endsWith)).isPresent();
    String area = in(Case.DATIVE).area(id);
    String place = phrases.text(upon ? "naming.upon" : "naming.in") + " " + area;
    for (Map.Entry<String, String> merged : phrases.below("naming.merged").entrySet()) {
      if (place.startsWith(merged.getKey() + " ")) {
        return merged.getValue() + place.substring(merged.getKey().length());
      }
    }
    return place;
  }

  /** The article that a noun of that ending has in this case; none where the ending says none. */
  private String withArticle(String said, String name) {
    if (startsWithThe(said)) {
      return said;
    }
    String noun = name.toLowerCase(Locale.ROOT).split(" (?:im|in|auf|am) ", 2)[0];
    String gender = "";
    int longest = -1;
    for (Map.Entry<String, String> ending : phrases.below("naming.endings").entrySet()) {
      String end = ending.getKey().equals("any") ? "" : ending.getKey();
      if (noun.endsWith(end) && end.length() > longest) {
        gender = ending.getValue();
        longest = end.length();
      }
    }
    return phrases
        .find("naming.articles." + gender + "." + key(), Map.of())
        .map(article -> article + " " + said)
        .orElse(said);
  }

  /** Whether the sentence needs a plural verb: several devices or a name like "Blinds". */
  boolean isPlural(List<DeviceId> ids) {
    List<Device> devices = ids.stream().distinct().flatMap(id -> home.device(id).stream()).toList();
    if (devices.size() != 1) {
      return devices.size() > 1;
    }
    String name = devices.getFirst().name().toLowerCase(Locale.ROOT);
    boolean single = phrases.below("naming.singular").keySet().stream().anyMatch(name::endsWith);
    boolean several = phrases.below("naming.plural").keySet().stream().anyMatch(name::endsWith);
    return several && !single && devices.getFirst().person().isEmpty();
  }

  private boolean isShared(Device device) {
    return home.devices().stream()
        .anyMatch(other ->
            !other.id().equals(device.id()) && other.name().equalsIgnoreCase(device.name()));
  }

  private String inArea(Device device, String name) {
    Optional<Area> area = device.area().flatMap(home::area);
    String plain = lower(name);
    return area.filter(place -> !plain.toLowerCase(Locale.ROOT).contains(of(place)))
        .map(place ->
            phrases.say(
                "naming.shared",
                Map.of("area", of(place), "in_area", in(place.id()), "name", plain)))
        .orElse(plain);
  }

  private Optional<String> commonWord(Collection<Device> devices) {
    Set<String> words = new LinkedHashSet<>();
    devices.forEach(device -> words.add(word(device)));
    return words.size() == 1 && !words.contains(phrases.text("naming.devices"))
        ? Optional.of(words.iterator().next())
        : Optional.empty();
  }

  private boolean isAllOfTheArea(List<Device> devices) {
    Optional<AreaId> area = devices.getFirst().area();
    return area.isPresent()
        && devices.stream().allMatch(device -> device.area().equals(area))
        && home.devicesIn(area.get()).stream().filter(d -> alike(d, devices.getFirst())).count()
            == devices.size();
  }

  private boolean isAllOfTheHome(List<Device> devices) {
    return home.devices().stream().filter(d -> alike(d, devices.getFirst())).count()
        == devices.size();
  }

  private static boolean alike(Device one, Device other) {
    return one.type().equals(other.type()) && one.kind().equals(other.kind());
  }

  /** The plural by the language's endings, the first that fits. */
  private String plural(String word) {
    for (Map.Entry<String, String> ending : phrases.below("naming.plurals").entrySet()) {
      if (word.endsWith(ending.getKey().equals("any") ? "" : ending.getKey())) {
        return word + ending.getValue();
      }
    }
    return word;
  }

  private boolean startsWithThe(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return phrases.below("naming.known_articles").values().stream()
        .anyMatch(article -> lower.startsWith(article + " "));
  }

  private static boolean isPossessive(String name) {
    return name.contains("'s ") || name.contains("’s ");
  }

  /** In small letters, except words in capitals such as "TV". */
  private String lower(String name) {
    if (!phrases.text("naming.small_nouns").equals("yes")) {
      return name;
    }
    List<String> words = new ArrayList<>();
    for (String word : name.split(" ", -1)) {
      boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      words.add(abbreviation ? word : word.toLowerCase(Locale.ROOT));
    }
    return String.join(" ", words);
  }
}
