package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.adapter.wire.PrivateFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pre-shared keys, one line each: an identity, its key ({@code hex:...} or text), and what else
 * the identity may speak for or, as {@code coaps://host:port}, the servers that Hearth shows it to.
 * Read again when it changes; a file that cannot be read then leaves what was known. Thread-safe.
 */
final class KeyFile {

  private static final Logger LOGGER = LoggerFactory.getLogger(KeyFile.class);
  private static final int SHORTEST_KEY = 8;

  /**
   * One identity.
   *
   * @param names devices and endpoints that it speaks for, besides its own name
   * @param servers where Hearth uses it, as {@code host:port}
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals only
  record Entry(String identity, byte[] key, Set<String> names, Set<String> servers) {}

  private final Path path;
  private Map<String, Entry> entries;
  private FileTime readAt;

  /**
   * Reads the file.
   *
   * @throws LinkUnavailableException when others may read it, or it cannot be understood
   */
  KeyFile(Path path) {
    this.path = path;
    try {
      this.readAt = Files.getLastModifiedTime(path);
      this.entries = parse();
    } catch (IOException | IllegalArgumentException failure) {
      throw new LinkUnavailableException(
          "CoAP keys in " + path + " cannot be used: " + reason(failure), failure);
    }
  }

  /** The identity's entry as the file has it now. */
  synchronized Optional<Entry> find(String identity) {
    return Optional.ofNullable(entries.get(identity));
  }

  /** The identity that Hearth shows to a server. */
  synchronized Optional<Entry> towards(InetSocketAddress server) {
    String there = server.getHostString() + ":" + server.getPort();
    String address =
        server.getAddress() == null
            ? there
            : server.getAddress().getHostAddress() + ":" + server.getPort();
    return entries.values().stream()
        .filter(entry -> entry.servers().contains(there) || entry.servers().contains(address))
        .findFirst();
  }

  /** The identity that alone may speak for a name. */
  synchronized Optional<String> speakerFor(String name) {
    return entries.values().stream()
        .filter(entry -> speaksFor(entry, name))
        .map(Entry::identity)
        .findFirst();
  }

  /**
   * What tells by identity whether a key is still the same, and not which it is (HMAC-SHA-256 by
   * the key).
   */
  synchronized Map<String, String> marks() {
    Map<String, String> all = new LinkedHashMap<>();
    entries.forEach((identity, entry) -> all.put(identity, mark(entry)));
    return all;
  }

  private static String mark(Entry entry) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(entry.key(), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(entry.identity().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a name is the identity's own, part of it, or said to be its. */
  static boolean speaksFor(Entry entry, String name) {
    return isOwn(entry.identity(), name) || entry.names().contains(name);
  }

  static boolean isOwn(String identity, String name) {
    return name.equals(identity) || name.startsWith(identity + ".");
  }

  /**
   * Reads the file again if it has changed.
   *
   * @param revoked is told each identity that is gone or has another key
   */
  void refresh(Consumer<String> revoked) {
    Set<String> gone = new TreeSet<>();
    synchronized (this) {
      try {
        FileTime now = Files.getLastModifiedTime(path);
        if (now.equals(readAt)) {
          return;
        }
        readAt = now;
        Map<String, Entry> next = parse();
        entries.forEach((identity, entry) -> {
          Entry later = next.get(identity);
          if (later == null || !Arrays.equals(later.key(), entry.key())) {
            gone.add(identity);
          }
        });
        entries = next;
        LOGGER
            .atInfo()
            .addKeyValue("file", path)
            .addKeyValue("identities", next.size())
            .log("coap keys read again");
      } catch (IOException | IllegalArgumentException failure) {
        LOGGER
            .atError()
            .addKeyValue("file", path)
            .addKeyValue("reason", reason(failure))
            .log("coap keys cannot be read again, the old ones hold");
      }
    }
    gone.forEach(revoked);
  }

  private Map<String, Entry> parse() throws IOException {
    Map<String, Entry> all = new LinkedHashMap<>();
    List<String> lines =
        new String(PrivateFile.bytes("coap.dtls.keysFile", path), StandardCharsets.UTF_8)
            .lines()
            .toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Entry entry = entry(line, number);
        if (all.put(entry.identity(), entry) != null) {
          throw new IllegalArgumentException("line " + number + " has an identity again");
        }
      }
    }
    return all;
  }

  private static Entry entry(String line, int number) {
    String[] words = line.split("\\s+", -1);
    if (words.length < 2) {
      throw new IllegalArgumentException("line " + number + " is not: identity key [devices]");
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> servers = new LinkedHashSet<>();
    for (String word : List.of(words).subList(2, words.length)) {
      if (word.startsWith("coaps://")) {
        String server = word.substring("coaps://".length());
        servers.add(server.matches(".*:\\d+") ? server : server + ":" + CoapSecurity.DEFAULT_PORT);
      } else {
        names.add(word);
      }
    }
    byte[] key =
        words[1].startsWith("hex:")
            ? HexFormat.of().parseHex(words[1].substring(4))
            : words[1].getBytes(StandardCharsets.UTF_8);
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "line " + number + " has a key of less than " + SHORTEST_KEY + " bytes");
    }
    return new Entry(words[0], key, names, servers);
  }

  private static String reason(Exception failure) {
    return failure instanceof java.nio.file.NoSuchFileException
        ? "there is no such file"
        : String.valueOf(failure.getMessage());
  }
}
