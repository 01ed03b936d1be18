package io.hearth.adapter.template;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A template that is nothing but a name and a path below it: nearly all that devices send. */
final class JsonPath extends Template {

  private static final String PAYLOAD = "value";
  private static final String PAYLOAD_JSON = "value_json";
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\s*\\{\\{-?\\s*([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*|\\[\"[^\"\\\\]*\"]|\\['[^'\\\\]*']|\\[\\d{1,6}])*)\\s*-?}}\\s*");
  private static final Pattern STEP =
      Pattern.compile("\\.(\\w+)|\\[\"([^\"]*)\"]|\\['([^']*)']|\\[(\\d+)]");

  private final String root;
  private final List<String> steps;

  private JsonPath(String root, List<String> steps) {
    this.root = root;
    this.steps = steps;
  }

  /** Empty when the template is more than a path. */
  static Optional<JsonPath> of(String source) {
    Matcher whole = WHOLE.matcher(source);
    if (!whole.matches() || List.of("None", "True", "False").contains(whole.group(1))) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(whole.group(2));
    while (step.find()) {
      for (int group = 1; group <= 4; group++) {
        if (step.group(group) != null) {
          steps.add(step.group(group).intern());
        }
      }
    }
    return Optional.of(new JsonPath(whole.group(1).intern(), List.copyOf(steps)));
  }

  @Override
  public Optional<Value> read(Payload payload, Map<String, ?> variables) throws TemplateException {
    return switch (root) {
      case PAYLOAD_JSON -> Optional.ofNullable(walked(json(payload))).flatMap(JsonPath::value);
      case PAYLOAD -> steps.isEmpty() ? said(payload.text()) : Optional.empty();
      default -> Optional.ofNullable(walked(variables.get(root))).map(Value::ofRaw);
    };
  }

  @Override
  public String write(Map<String, ?> variables) {
    return Python.text(walked(variables.get(root)));
  }

  private static JsonNode json(Payload payload) throws TemplateException {
    try {
      return payload.json();
    } catch (MalformedPayloadException failure) {
      throw new TemplateException("value_json is asked for, and the payload is no JSON", failure);
    }
  }

  private @Nullable JsonNode walked(JsonNode start) {
    JsonNode node = start;
    for (String step : steps) {
      JsonNode next = node.isArray() && isIndex(step) ? node.get(index(step)) : node.get(step);
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  private @Nullable Object walked(@Nullable Object start) {
    Object here = start;
    for (String step : steps) {
      here =
          switch (here) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list when isIndex(step) && index(step) < list.size() ->
                list.get(index(step));
            case null, default -> null;
          };
    }
    return here;
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty()
        && step.length() <= 6
        && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int index(String step) {
    return Integer.parseInt(step);
  }

  private static Optional<Value> value(JsonNode node) {
    if (node.isString()) {
      return said(node.stringValue());
    }
    return Optional.ofNullable(JsonValues.raw(node)).map(Value::ofRaw);
  }
}
