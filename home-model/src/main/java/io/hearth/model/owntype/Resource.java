package io.hearth.model.owntype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The resource of a CoAP server by which devices make themselves known: by its type, its path, or
 * both, as the server lists it (RFC 6690). Addresses of such devices may begin with a slash; they
 * are resources of the same server.
 *
 * @param type a word of {@code rt}
 * @param path with names such as <code>{id}</code> for what differs
 */
public record Resource(Optional<String> type, Optional<String> path) {

  /** What stands for the server's address, e.g. {@code coap://192.168.1.7}. */
  public static final String SERVER = "server";

  /** What stands for the name by which the server registered, else for its address. */
  public static final String ENDPOINT = "endpoint";

  /** What stands for the path of the resource. */
  public static final String PATH = "path";

  /** Names that are known of every device besides those of the path. */
  public static final Set<String> NAMES = Set.of(SERVER, ENDPOINT, PATH);

  /** The names of the path, in their order. */
  public List<String> names() {
    return path.map(Place::names).orElse(List.of());
  }

  /** The path with names in it; where any will do, that of an example. */
  public String examplePath() {
    return path.orElse("/device");
  }

  /** What the names stand for at a resource; empty for another resource. */
  public Optional<Map<String, String>> match(
      String server, String endpoint, String at, List<String> types) {
    if (type.filter(word -> !types.contains(word)).isPresent()) {
      return Optional.empty();
    }
    Optional<Map<String, String>> named =
        path.isPresent() ? Place.topic(path.get()).match(at) : Optional.of(Map.of());
    return named.map(found -> {
      Map<String, String> variables = new LinkedHashMap<>(found);
      variables.put(SERVER, server);
      variables.put(ENDPOINT, endpoint);
      variables.put(PATH, at);
      return variables;
    });
  }
}
