package io.hearth.language.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a template such as {@code turn on [the] {target} (now|later)}; named parts stand for
 * templates of their own.
 */
public final class TemplateParser {

  private final String text;
  private final Map<String, String> parts;
  private final Function<String, List<String>> normalizer;
  private int at;

  public TemplateParser(
      String text, Map<String, String> parts, Function<String, List<String>> normalizer) {
    this.text = text;
    this.parts = parts;
    this.normalizer = normalizer;
  }

  /**
   * Reads the whole template.
   *
   * @throws IllegalStateException when it is malformed, naming the place
   */
  public Part parse() {
    Part part = choice();
    if (at < text.length()) {
      throw error("unexpected '" + text.charAt(at) + "'");
    }
    return part;
  }

  private Part choice() {
    List<Part> alternatives = new ArrayList<>();
    alternatives.add(sequence());
    while (peek() == '|') {
      at++;
      alternatives.add(sequence());
    }
    return alternatives.size() == 1 ? alternatives.getFirst() : new Part.Choice(alternatives);
  }

  private Part sequence() {
    List<Part> sequence = new ArrayList<>();
    while (true) {
      char c = peek();
      if (c == '\0' || c == '|' || c == ')' || c == ']') {
        return sequence.size() == 1 ? sequence.getFirst() : new Part.Sequence(sequence);
      }
      switch (c) {
        case ' ' -> at++;
        case '(' -> sequence.add(enclosed(')'));
        case '[' -> sequence.add(new Part.Maybe(enclosed(']')));
        case '{' -> sequence.add(slot());
        case '<' -> sequence.add(named());
        default -> words(sequence);
      }
    }
  }

  private Part enclosed(char close) {
    at++;
    Part inside = choice();
    if (peek() != close) {
      throw error("'" + close + "' is missing");
    }
    at++;
    return inside;
  }

  private Part slot() {
    String body = upTo('}');
    int colon = body.indexOf(':');
    return colon < 0
        ? new Part.Slot(body, body)
        : new Part.Slot(body.substring(0, colon), body.substring(colon + 1));
  }

  private Part named() {
    String name = upTo('>');
    String body = parts.get(name);
    if (body == null) {
      throw error("there is no part <" + name + ">");
    }
    return new TemplateParser(body, parts, normalizer).parse();
  }

  private String upTo(char close) {
    int end = text.indexOf(close, at);
    if (end < 0) {
      throw error("'" + close + "' is missing");
    }
    String body = text.substring(at + 1, end);
    at = end + 1;
    return body;
  }

  private void words(List<Part> sequence) {
    int start = at;
    while (at < text.length() && " ()[]{}<>|".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    normalizer.apply(text.substring(start, at)).forEach(word -> sequence.add(new Part.Word(word)));
    if (at == start) {
      throw error("unexpected '" + text.charAt(at) + "'");
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private IllegalStateException error(String what) {
    return new IllegalStateException("template \"" + text + "\", place " + (at + 1) + ": " + what);
  }
}
