package io.hearth.model.owntype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where something is said: a topic, or the address of a resource, with names such as {@code {id}}
 * for what differs from device to device.
 *
 * @param way by what it is reached
 * @param text e.g. {@code coop/{id}/stat} or {@code coap://{host}/status}
 */
public record Place(Way way, String text) {

  /** How a place is reached. */
  public enum Way {
    MQTT,
    COAP,
    HTTP
  }

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

  public static Place topic(String text) {
    return new Place(Way.MQTT, text);
  }

  /** A text with the names in it replaced; a name that is not known stays. */
  public static String fill(String text, Map<String, String> variables) {
    return NAME.matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
  }

  /** The names in a text, in their order. */
  public static List<String> names(String text) {
    return NAME.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  public List<String> names() {
    return names(text);
  }

  /** The place for one device. */
  public Place filled(Map<String, String> variables) {
    return new Place(way, fill(text, variables));
  }

  /** The topic filter for all devices: a level with a name in it becomes {@code +}. */
  public String filter() {
    return Stream.of(text.split("/", -1))
        .map(level -> names(level).isEmpty() ? level : "+")
        .collect(Collectors.joining("/"));
  }

  /** What the names stand for in a topic; empty for another topic. */
  public Optional<Map<String, String>> match(String topic) {
    return match(text, topic, "[^/]+?");
  }

  /**
   * What the names of a template stand for in a text.
   *
   * @param each the regular expression of what a name may stand for
   */
  public static Optional<Map<String, String>> match(String template, String text, String each) {
    List<String> names = names(template);
    StringBuilder regex = new StringBuilder();
    Matcher found = NAME.matcher(template);
    int last = 0;
    while (found.find()) {
      regex.append(Pattern.quote(template.substring(last, found.start())));
      regex.append("(?:").append("(").append(each).append("))");
      last = found.end();
    }
    regex.append(Pattern.quote(template.substring(last)));
    Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < matcher.groupCount(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      variables.putIfAbsent(name, matcher.group(i + 1));
    }
    return Optional.of(variables);
  }

  @Override
  public String toString() {
    return text;
  }
}
