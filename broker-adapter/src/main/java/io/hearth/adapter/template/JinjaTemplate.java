package io.hearth.adapter.template;

import com.hubspot.jinjava.tree.Node;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template that needs Jinja; parsed once. */
final class JinjaTemplate extends Template {

  private static final Pattern BLOCK = Pattern.compile("\\{[{%].*?[}%]}", Pattern.DOTALL);
  private static final Pattern TRUTH_AS_KEY =
      Pattern.compile("([{,]\\s*)(True|False|true|false)(\\s*:)");

  private static final Pattern LONE_BACKSLASH = Pattern.compile("(?<!\\\\)\\\\([^\\\\'\"])");

  private final Node tree;

  private JinjaTemplate(Node tree) {
    this.tree = tree;
  }

  static JinjaTemplate of(String source) throws TemplateException {
    return new JinjaTemplate(Sandbox.get().parse(adapted(source)));
  }

  @Override
  public Optional<Value> read(Payload payload, Map<String, ?> variables) throws TemplateException {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("value", payload.text());
    try {
      Object json = JsonValues.raw(payload.json());
      if (json != null) {
        all.put("value_json", json);
      }
    } catch (MalformedPayloadException noJson) {
      all.remove("value_json"); // the template may do without
    }
    return said(Sandbox.get().render(tree, all));
  }

  @Override
  public String write(Map<String, ?> variables) throws TemplateException {
    return Sandbox.get().render(tree, new HashMap<>(variables));
  }

  /**
   * What Python takes and jinjava does not: truth as the key of a mapping (jinjava's keys are text,
   * and it looks up what is true under {@code true}), and a backslash in a text before a character
   * that needs none, as in regular expressions.
   */
  private static String adapted(String source) {
    return BLOCK
        .matcher(source)
        .replaceAll(block -> Matcher.quoteReplacement(adaptedBlock(block.group())));
  }

  private static String adaptedBlock(String block) {
    String escaped = LONE_BACKSLASH.matcher(block).replaceAll("\\\\\\\\$1");
    return TRUTH_AS_KEY
        .matcher(escaped)
        .replaceAll(key -> key.group(1) + "'" + lower(key.group(2)) + "'" + key.group(3));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
