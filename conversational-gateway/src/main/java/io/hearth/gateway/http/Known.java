package io.hearth.gateway.http;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Person;
import io.hearth.model.device.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what a client names by id, name or alias, in any case of letters. */
final class Known {

  private static final int MOST_LISTED = 12;

  private final Home home;

  Known(Home home) {
    this.home = home;
  }

  AreaId area(String said) {
    return find("area", said, home.areas(), area -> area.id().value(), Area::name, Area::aliases)
        .id();
  }

  DeviceId device(String said) {
    return find(
            "device",
            said,
            home.devices(),
            device -> device.id().value(),
            Device::name,
            Device::aliases)
        .id();
  }

  PersonId person(String said) {
    return find(
            "user",
            said,
            home.people(),
            person -> person.id().value(),
            Person::name,
            Person::aliases)
        .id();
  }

  private static <T> T find(
      String what,
      String said,
      Collection<T> all,
      Function<T, String> id,
      Function<T, String> name,
      Function<T, List<String>> aliases) {
    Function<T, Stream<String>> names =
        each -> Stream.concat(Stream.of(name.apply(each)), aliases.apply(each).stream());
    return Stream.concat(
            all.stream().filter(each -> id.apply(each).equalsIgnoreCase(said)),
            all.stream().filter(each -> names.apply(each).anyMatch(said::equalsIgnoreCase)))
        .findFirst()
        .orElseThrow(() ->
            new BadRequestException(
                "no %s '%s'; known are %s"
                    .formatted(what, shortened(said), list(all.stream().map(id).toList()))));
  }

  private static String list(List<String> ids) {
    if (ids.isEmpty()) {
      return "none";
    }
    String first = String.join(", ", ids.subList(0, Math.min(MOST_LISTED, ids.size())));
    return ids.size() > MOST_LISTED
        ? first + " and " + (ids.size() - MOST_LISTED) + " more"
        : first;
  }

  /** Keeps a line a line. */
  static String shortened(String said) {
    String plain = said.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
