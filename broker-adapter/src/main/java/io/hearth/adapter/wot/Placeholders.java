package io.hearth.adapter.wot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the placeholders of a Thing Model stand for (TD 1.1, section 10.3.4). A text that is nothing
 * but a placeholder becomes its value, a number for instance; in a longer text it becomes the
 * value's text.
 */
final class Placeholders {

  private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

  private final JsonNode values;

  /**
   * @param values by name
   */
  Placeholders(JsonNode values) {
    this.values = values;
  }

  /**
   * Puts the values in; what is given may be changed.
   *
   * @throws ThingException naming the first placeholder that has no value
   */
  JsonNode fill(JsonNode node) throws ThingException {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i)));
      }
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        object.set(name, fill(object.get(name)));
      }
    }
    if (!node.isString()) {
      return node;
    }
    String text = node.stringValue();
    Matcher whole = NAME.matcher(text);
    return whole.matches()
        ? value(whole.group(1))
        : JsonNodeFactory.instance.stringNode(text(text));
  }

  private String text(String template) throws ThingException {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = NAME.matcher(template);
    while (matcher.find()) {
      JsonNode value = value(matcher.group(1));
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value.asString(value.toString())));
    }
    return matcher.appendTail(filled).toString();
  }

  private JsonNode value(String name) throws ThingException {
    JsonNode value = values.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new ThingException("/placeholders: has no " + name);
    }
    return value;
  }
}
