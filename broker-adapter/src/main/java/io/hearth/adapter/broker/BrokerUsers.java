package io.hearth.adapter.broker;

import io.hearth.adapter.wire.SecretFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of the embedded broker's logins: JSON with mode 0600, passwords as salted hashes. It is
 * read again when it changes.
 */
public final class BrokerUsers {

  private static final String KEY = "broker.usersFile";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;

  public BrokerUsers(Path file) {
    this.file = file;
  }

  /** What stands in the file; absent members are empty. */
  private record Document(Optional<Map<String, Entry>> users) {}

  private record Entry(
      Optional<String> password,
      Optional<List<String>> devices,
      Optional<List<String>> topics,
      boolean all) {}

  public Path file() {
    return file;
  }

  /**
   * All logins by name; none where there is no file.
   *
   * @throws IllegalArgumentException in one line when the file cannot be used
   */
  public Map<String, BrokerUser> read() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    String text = SecretFile.read(file, KEY);
    try {
      Map<String, BrokerUser> users = new LinkedHashMap<>();
      JSON.readValue(text, Document.class)
          .users()
          .orElse(Map.of())
          .forEach((name, entry) -> users.put(name, user(name, entry)));
      return users;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          KEY + ": " + file + ":" + e.getLocation().getLineNr() + " is not a file of logins", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(KEY + ": " + file + ": " + e.getMessage(), e);
    }
  }

  /** Adds a login or replaces the one of that name. */
  public void put(BrokerUser user) {
    Map<String, BrokerUser> users = new LinkedHashMap<>(read());
    users.put(user.name(), user);
    write(users);
  }

  /** Removes a login; tells whether there was one. */
  public boolean remove(String name) {
    Map<String, BrokerUser> users = new LinkedHashMap<>(read());
    boolean known = users.remove(name) != null;
    if (known) {
      write(users);
    }
    return known;
  }

  private void write(Map<String, BrokerUser> users) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (BrokerUser user : users.values()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      user.password().ifPresent(hash -> entry.put("password", hash));
      List<String> devices = new ArrayList<>(user.devices());
      if (!devices.isEmpty()) {
        entry.put("devices", devices);
      }
      if (!user.topics().isEmpty()) {
        entry.put("topics", user.topics());
      }
      if (user.all()) {
        entry.put("all", true);
      }
      entries.put(user.name(), entry);
    }
    SecretFile.write(file, JSON.writeValueAsString(Map.of("users", entries)) + "\n");
  }

  private static BrokerUser user(String name, Entry entry) {
    entry
        .password()
        .filter(hash -> !Passwords.isHash(hash))
        .ifPresent(bad -> {
          throw new IllegalArgumentException(
              "the password of '" + name + "' is not a hash; set it with ./hearth broker-user");
        });
    return new BrokerUser(
        name,
        entry.password(),
        entry.devices().orElse(List.of()),
        entry.topics().orElse(List.of()),
        entry.all());
  }
}
