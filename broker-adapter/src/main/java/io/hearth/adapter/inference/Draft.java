package io.hearth.adapter.inference;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A device as far as the meaning of its values is known.
 *
 * @param <H> what the convention finds a value by
 * @param type of the catalogue
 * @param without actions of its capabilities that nothing serves
 * @param reads where something is told, details included
 * @param writes what serves an action
 * @param reasons why details are only that, by their names
 */
public record Draft<H>(
    String type,
    Optional<String> kind,
    List<String> capabilities,
    List<String> without,
    Map<String, Value> options,
    List<Read<H>> reads,
    Map<String, Write<H>> writes,
    Map<String, String> reasons) {

  /** A value with what finds it. */
  public record Entry<H>(Described described, H handle) {}

  /** Where properties are told. */
  public record Read<H>(H from, Set<String> properties, Meaning.Reader reader) {}

  /**
   * What serves an action.
   *
   * @param confirmedBy the properties that show that it was done; empty when none is told
   */
  public record Write<H>(H to, Meaning.Writer writer, Set<String> confirmedBy) {}

  /** Something that can be asked for besides setting a value. */
  public record Offer<H>(String name, H handle, Meaning.Writer writer) {}

  /** The properties of the catalogue that it tells, details left out. */
  public Set<String> meant() {
    Set<String> meant = new LinkedHashSet<>();
    reads.forEach(read -> meant.addAll(read.properties()));
    meant.removeAll(reasons.keySet());
    return meant;
  }

  /** Whether it only measures. */
  public boolean isSensor() {
    return type.equals("sensor") || type.equals("binary_sensor");
  }

  /** As it is announced under an id and a name. */
  public Announcement announcement(DeviceId id, String name, Optional<String> area) {
    return new Announcement(
        id, name, List.of(), area, type, kind, capabilities, without, List.of(), options);
  }

  /**
   * Draws a device.
   *
   * @param words what the device and its parts call themselves
   * @param offers actions by what the convention calls them
   * @return empty when nothing of it can be spoken about
   */
  public static <H> Optional<Draft<H>> of(
      String words, List<Entry<H>> entries, List<Offer<H>> offers) {
    return new Drawing<>(words, entries, offers).drawn();
  }

  /** The state of drawing one device. */
  private static final class Drawing<H> {

    private final String words;
    private final Map<String, Value> options = new LinkedHashMap<>();
    private final List<Read<H>> reads = new ArrayList<>();
    private final Map<String, Write<H>> writes = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private final List<Entry<H>> details = new ArrayList<>();

    Drawing(String words, List<Entry<H>> entries, List<Offer<H>> offers) {
      this.words = words;
      Map<Entry<H>, Meaning> known = new LinkedHashMap<>();
      for (Entry<H> entry : entries) {
        switch (Meanings.of(entry.described())) {
          case Meanings.Found.Known(Meaning meaning) -> known.put(entry, meaning);
          case Meanings.Found.Detail(String reason) -> detail(entry, reason);
        }
      }
      known.forEach((entry, meaning) -> addUnless(meaning.goal(), entry, meaning));
      known.forEach((entry, meaning) -> addUnless(!meaning.goal(), entry, meaning));
      offers.forEach(this::offer);
    }

    private void addUnless(boolean notNow, Entry<H> entry, Meaning meaning) {
      if (notNow) {
        return;
      }
      Set<String> told = new LinkedHashSet<>(meaning.properties());
      told.removeAll(properties);
      boolean tells = entry.described().readable() && !told.isEmpty();
      if (tells) {
        properties.addAll(told);
        reads.add(new Read<>(entry.handle(), told, only(told, meaning.reader())));
      }
      boolean serves = false;
      for (Map.Entry<String, Meaning.Writer> writer : meaning.writers().entrySet()) {
        Write<H> write = new Write<>(entry.handle(), writer.getValue(), meaning.properties());
        serves |= writes.putIfAbsent(writer.getKey(), write) == null;
      }
      if (tells || serves) {
        meaning.options().forEach(options::putIfAbsent);
      } else {
        detail(
            entry, "another value of it is already its " + String.join(", ", meaning.properties()));
      }
    }

    private static Meaning.Reader only(Set<String> told, Meaning.Reader reader) {
      return said -> {
        Map<String, Value> all = new LinkedHashMap<>(reader.read(said));
        all.keySet().retainAll(told);
        return all;
      };
    }

    private void offer(Offer<H> offer) {
      if (Capabilities.isAction(offer.name())) {
        writes.put(offer.name(), new Write<>(offer.handle(), offer.writer(), Set.of()));
      } else {
        reasons.put(offer.name(), "no action of the catalogue is called that");
      }
    }

    private void detail(Entry<H> entry, String reason) {
      reasons.put(entry.described().id(), reason);
      details.add(entry);
    }

    Optional<Draft<H>> drawn() {
      Optional<DeviceWords.Named> type = type();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      String name = type.get().type();
      rename(name);
      List<Capabilities.Shape> shapes = Capabilities.of(name, properties, writes.keySet());
      Map<String, String> shownBy = new LinkedHashMap<>();
      shapes.forEach(shape -> shape.actions().forEach(shownBy::putIfAbsent));
      Map<String, Write<H>> served = new LinkedHashMap<>();
      shownBy.forEach((action, property) -> {
        Write<H> write = writes.get(action);
        if (write != null) {
          served.put(action, confirmed(write, property));
        }
      });
      List<String> without =
          shownBy.keySet().stream().filter(action -> !served.containsKey(action)).toList();
      details.stream().filter(e -> e.described().readable()).forEach(this::readDetail);
      return Optional.of(
          new Draft<>(
              name,
              type.get().kind(),
              shapes.stream().map(Capabilities.Shape::name).toList(),
              without,
              Map.copyOf(options),
              List.copyOf(reads),
              served,
              Map.copyOf(reasons)));
    }

    private Write<H> confirmed(Write<H> write, String property) {
      Set<String> shown = new LinkedHashSet<>(write.confirmedBy());
      shown.add(property);
      shown.retainAll(properties);
      return new Write<>(write.to(), write.writer(), shown);
    }

    private void readDetail(Entry<H> entry) {
      String name = detailName(entry);
      reads.add(new Read<>(entry.handle(), Set.of(name), said -> Map.of(name, said)));
    }

    private static <H> String detailName(Entry<H> entry) {
      return entry.described().id();
    }

    /** An oven starts where a lamp turns on. */
    private void rename(String type) {
      boolean starts = type.equals("oven") || type.equals("cooktop");
      if (starts) {
        move("turnOn", "start");
        move("turnOff", "stop");
      }
      if (type.equals("valve") && !writes.containsKey("open")) {
        move("turnOn", "open");
        move("turnOff", "close");
      }
    }

    private void move(String from, String to) {
      Write<H> write = writes.remove(from);
      if (write != null) {
        writes.putIfAbsent(to, write);
      }
    }

    /** Named with something only such a thing has, by what it has, then named, then measuring. */
    private Optional<DeviceWords.Named> type() {
      return named(true)
          .or(() -> byActions().filter(type -> !type.type().equals("switch")))
          .or(() -> named(false))
          .or(this::byActions)
          .or(this::sensor)
          .or(() ->
              DeviceWords.types(words)
                  .filter(type -> Capabilities.tells(type.type(), properties))
                  .findFirst())
          .or(this::unknownSensor);
    }

    private Optional<DeviceWords.Named> named(boolean special) {
      return DeviceWords.types(words)
          .filter(type ->
              special
                  ? Capabilities.suits(type.type(), writes.keySet())
                  : writes.containsKey("turnOn") && Capabilities.isSwitched(type.type()))
          .findFirst();
    }

    private Optional<DeviceWords.Named> byActions() {
      String type =
          writes.containsKey("lock") || writes.containsKey("unlock")
              ? "lock"
              : writes.containsKey("open") || writes.containsKey("setPosition")
                  ? "cover"
                  : writes.containsKey("setTemperature")
                      ? "thermostat"
                      : writes.containsKey("setFanSpeed")
                          ? "fan"
                          : writes.containsKey("setHumidity")
                              ? "humidifier"
                              : writes.containsKey("setBrightness")
                                      || writes.containsKey("setColor")
                                      || writes.containsKey("setColorTemperature")
                                  ? "light"
                                  : writes.containsKey("play") || writes.containsKey("setVolume")
                                      ? "media_player"
                                      : writes.containsKey("dock")
                                          ? "vacuum"
                                          : writes.containsKey("arm")
                                              ? "alarm_panel"
                                              : writes.containsKey("turnOn")
                                                      && properties.contains("on")
                                                  ? "switch"
                                                  : writes.containsKey("turnOn")
                                                          && !writes.containsKey("setMode")
                                                      ? "switch"
                                                      : writes.containsKey("activate")
                                                          ? "helper"
                                                          : "";
      return type.isEmpty() ? Optional.empty() : Optional.of(new DeviceWords.Named(type));
    }

    private Optional<DeviceWords.Named> sensor() {
      return SensorType.of(properties, words);
    }

    /** A device of which only names without meaning are known measures the first of them. */
    private Optional<DeviceWords.Named> unknownSensor() {
      return details.stream()
          .filter(entry -> entry.described().readable())
          .filter(entry ->
              entry.described().shape() == Described.Shape.NUMBER
                  || entry.described().shape() == Described.Shape.BOOLEAN)
          .findFirst()
          .map(entry ->
              new DeviceWords.Named(
                  entry.described().shape() == Described.Shape.NUMBER ? "sensor" : "binary_sensor",
                  Optional.of(detailName(entry)),
                  List.of()));
    }
  }
}
