package io.hearth.app.bench.language;

import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The home that requests are said to whose set has none: {@code usual-home.yaml}, written by us,
 * heard in its living room.
 */
final class UsualHome {

  static final String MICROPHONE = "living_room";

  private static final String FILE = "usual-home.yaml";

  private final DescribedHome described = read();
  private final Home home = described.home();

  DescribedHome described() {
    return described;
  }

  /** The types of the devices meant; where none was found, the type said. */
  Set<String> types(Understood understood) {
    List<String> targets = understood.targets();
    return targets.isEmpty()
        ? Stream.of(understood.slot("deviceType").asString(""))
            .filter(type -> !type.isEmpty())
            .collect(Collectors.toUnmodifiableSet())
        : targets.stream()
            .flatMap(id -> home.device(new DeviceId(id)).stream())
            .map(device -> device.type().id())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The areas of the devices meant. */
  Set<String> areas(Understood understood) {
    return understood.targets().stream()
        .flatMap(id -> home.device(new DeviceId(id)).stream())
        .map(Device::area)
        .flatMap(Optional::stream)
        .map(area -> area.value())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The area that people call so. */
  Optional<String> area(String name) {
    String plain = plain(name);
    return home.areas().stream()
        .filter(area ->
            Stream.concat(Stream.of(area.name()), area.aliases().stream())
                .anyMatch(own -> plain(own).equals(plain)))
        .map(Area::id)
        .map(id -> id.value())
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("^(the|my|our) |[^a-z0-9]", "");
  }

  private static DescribedHome read() {
    try (InputStream in = UsualHome.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + FILE + " of the bench is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new HomeFiles(Catalogues.builtIn()).read(text, FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
