package io.hearth.registry;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The payload of a command: a Jinja template whose names must be known. */
record PayloadTemplate(Part part) {

  private static final Set<String> ALWAYS = Set.of("state", "correlation", "reply_topic");

  /** A name alone, or with filters; anything longer is Jinja's to judge. */
  private static final Pattern PLAIN =
      Pattern.compile("\\{\\{-?\\s*([A-Za-z_]\\w*)\\s*(?:\\|[^}]*)?-?}}");

  private static final Pattern FILLED_IN = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

  /**
   * The text.
   *
   * @param arguments of the action
   */
  String checked(List<String> arguments) {
    String text = part.text();
    if (FILLED_IN.matcher(text).replaceAll("").contains("{{")) {
      throw part.problem("a '{{' has no '}}' after it");
    }
    Set<String> known = new TreeSet<>(ALWAYS);
    known.addAll(arguments);
    Matcher name = PLAIN.matcher(text);
    while (name.find()) {
      boolean set = text.contains("set " + name.group(1)) || text.contains("for " + name.group(1));
      if (!known.contains(name.group(1)) && !set) {
        throw part.problem(
            "'"
                + name.group(1)
                + "' is not known here; known are "
                + String.join(", ", known)
                + Closest.hint(name.group(1), known));
      }
    }
    return text;
  }
}
