package io.hearth.adapter.coap;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who has answered a question to all. A server that answers over IPv4 and over IPv6 is one: both
 * answers say the same, and either come from the same hardware or, where that cannot be known,
 * stand for each other one to one, so that two equal lamps stay two.
 */
final class FoundServers {

  private static final int MOST = 500;
  private static final Path NEIGHBOURS = Path.of("/proc/net/arp");

  private final Function<InetAddress, Optional<String>> hardware;
  private final List<Found> all = new ArrayList<>();

  /** One server, by the address that was heard first and, once it is known, by its other one. */
  private static final class Found {
    private final InetSocketAddress first;
    private final String links;
    private final Optional<String> hardware;
    private Optional<InetSocketAddress> second = Optional.empty();

    Found(InetSocketAddress first, String links, Optional<String> hardware) {
      this.first = first;
      this.links = links;
      this.hardware = hardware;
    }

    boolean isAt(InetSocketAddress address) {
      return first.equals(address) || second.filter(address::equals).isPresent();
    }

    boolean maySpeakFrom(InetSocketAddress other, String itsLinks, Optional<String> itsHardware) {
      if (other.getPort() != first.getPort() || !itsLinks.equals(links)) {
        return false;
      }
      if (hardware.isPresent() && itsHardware.isPresent()) {
        return hardware.equals(itsHardware);
      }
      return second.isEmpty() && isOld(other) != isOld(first);
    }

    private static boolean isOld(InetSocketAddress address) {
      return address.getAddress() instanceof Inet4Address;
    }
  }

  /** Knows hardware by what the system and the addresses tell of it. */
  FoundServers() {
    this(FoundServers::hardware);
  }

  FoundServers(Function<InetAddress, Optional<String>> hardware) {
    this.hardware = hardware;
  }

  /**
   * Takes an answer.
   *
   * @param links what the server says that it has
   * @return whether it is of a server that was not heard before; false for all beyond {@value
   *     #MOST}
   */
  boolean isNew(InetSocketAddress from, String links) {
    if (all.size() >= MOST || all.stream().anyMatch(found -> found.isAt(from))) {
      return false;
    }
    Optional<String> itsHardware = hardware.apply(from.getAddress());
    Optional<Found> same =
        all.stream().filter(found -> found.maySpeakFrom(from, links, itsHardware)).findFirst();
    same.ifPresentOrElse(
        found -> found.second = Optional.of(from),
        () -> all.add(new Found(from, links, itsHardware)));
    return same.isEmpty();
  }

  /** The hardware address behind one of the link, where it can be known. */
  static Optional<String> hardware(InetAddress address) {
    return address instanceof Inet6Address
        ? withinAddress(address.getAddress())
        : neighbour(address);
  }

  /** An interface identifier that was made of a hardware address (RFC 4291, appendix A). */
  private static Optional<String> withinAddress(byte[] bytes) {
    if (bytes[11] != (byte) 0xff || bytes[12] != (byte) 0xfe) {
      return Optional.empty();
    }
    byte[] mac = {(byte) (bytes[8] ^ 2), bytes[9], bytes[10], bytes[13], bytes[14], bytes[15]};
    return Optional.of(HexFormat.ofDelimiter(":").formatHex(mac));
  }

  /** What Linux has learned of its neighbours over IPv4; elsewhere nothing. */
  private static Optional<String> neighbour(InetAddress address) {
    try (Stream<String> lines = Files.lines(NEIGHBOURS)) {
      return lines
          .map(line -> line.split("\\s+"))
          .filter(columns -> columns.length > 3 && columns[0].equals(address.getHostAddress()))
          .map(columns -> columns[3].toLowerCase(Locale.ROOT))
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
