package io.hearth.adapter.template;

import io.hearth.adapter.binding.Payload;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A Jinja template as Home Assistant knows it: it reads a payload or writes one. In a payload
 * template {@code value} is the payload's text and {@code value_json} what it says as JSON.
 *
 * <p>A bare path like <code>{{ value_json.state["left"] }}</code> is walked directly and keeps the
 * type of what it finds; everything else is rendered to text by Jinja in a sandbox: no files, no
 * includes, no reflection, at most {@value #LONGEST} characters in, 64 KiB out, lists of 1,000, a
 * few thousand steps and 40 ms. May be used by several threads.
 */
public abstract sealed class Template permits FixedText, JsonPath, JinjaTemplate {

  /** The most characters that a template may have. */
  public static final int LONGEST = 8192;

  Template() {}

  /**
   * Reads a template.
   *
   * @throws TemplateException when it is too long or no Jinja
   */
  public static Template compile(String source) throws TemplateException {
    if (source.length() > LONGEST) {
      throw new TemplateException(
          "a template has at most " + LONGEST + " characters, this one " + source.length());
    }
    if (!source.contains("{{") && !source.contains("{%") && !source.contains("{#")) {
      return new FixedText(source);
    }
    Optional<JsonPath> path = JsonPath.of(source);
    return path.isPresent() ? path.get() : JinjaTemplate.of(source);
  }

  /**
   * What the payload says in its eyes.
   *
   * @return empty when it says nothing: the place is missing, null, {@code None} or empty
   * @throws TemplateException when it cannot be filled in
   */
  public Optional<Value> read(Payload payload) throws TemplateException {
    return read(payload, Map.of());
  }

  /**
   * What the payload says in its eyes.
   *
   * @param variables further names that it may use: Boolean, Number, String, List and Map
   * @return empty when it says nothing: the place is missing, null, {@code None} or empty
   * @throws TemplateException when it cannot be filled in
   */
  public abstract Optional<Value> read(Payload payload, Map<String, ?> variables)
      throws TemplateException;

  /**
   * The text that it gives.
   *
   * @param variables the names that it may use: Boolean, Number, String, List and Map
   * @throws TemplateException when it cannot be filled in
   */
  public abstract String write(Map<String, ?> variables) throws TemplateException;

  /** What a rendered text says: nothing, or the word. */
  static Optional<Value> said(String rendered) {
    String word = rendered.strip();
    return word.isEmpty() || word.equals("None") ? Optional.empty() : Optional.of(Value.of(word));
  }
}
