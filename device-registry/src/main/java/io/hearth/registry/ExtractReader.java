package io.hearth.registry;

import io.hearth.model.owntype.Extract;
import io.hearth.model.owntype.Format;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads which part of a payload is meant. */
final class ExtractReader {

  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]'\"]+)|\\[(\\d+)]|\\['([^']+)']|\\[\"([^\"]+)\"]");
  private static final List<String> WAYS = List.of("path", "template", "regex", "bytes");

  private ExtractReader() {}

  /** A JSON path or regular expression as text, or a mapping that says which. */
  static Extract read(Part part, Format format) {
    if (part.content() instanceof String text) {
      return switch (format) {
        case JSON, CBOR -> new Extract.Member(pointer(part, text));
        case TEXT -> regex(part, part, part);
        case BYTES -> throw part.problem("needs 'bytes' to say where in the payload it is");
      };
    }
    List<String> ways = WAYS.stream().filter(key -> part.get(key).isPresent()).toList();
    if (ways.size() > 1) {
      throw part.problem("has several of " + String.join(", ", WAYS) + "; only one can be");
    }
    if (ways.isEmpty()) {
      return new Extract.Whole();
    }
    Part way = part.require(ways.getFirst());
    return switch (ways.getFirst()) {
      case "path" -> member(way, format);
      case "template" -> new Extract.Template(way.text());
      case "regex" -> regex(part, way, part);
      default -> bytes(way, format);
    };
  }

  private static Extract member(Part path, Format format) {
    if (format != Format.JSON && format != Format.CBOR) {
      throw path.problem("a path needs 'format: json' or 'format: cbor'");
    }
    return new Extract.Member(pointer(path, path.text()));
  }

  private static Extract regex(Part where, Part pattern, Part options) {
    int group = options.get("group").map(g -> (int) g.number()).orElse(-1);
    try {
      int groups = Pattern.compile(pattern.text()).matcher("").groupCount();
      int wanted = group >= 0 ? group : Math.min(1, groups);
      if (wanted > groups) {
        throw where.problem("the regular expression has " + groups + " groups");
      }
      return new Extract.Regex(pattern.text(), wanted);
    } catch (PatternSyntaxException e) {
      throw pattern.problem("is no regular expression: " + e.getDescription());
    }
  }

  private static Extract bytes(Part part, Format format) {
    if (format != Format.BYTES) {
      throw part.problem("bytes need 'format: bytes'");
    }
    Extract.Bytes.Kind kind =
        part.text("type")
            .map(word -> Extract.Bytes.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Extract.Bytes.Kind.UNSIGNED);
    int usual = kind == Extract.Bytes.Kind.FLOAT ? 4 : 1;
    int length = part.get("length").map(n -> (int) n.number()).orElse(usual);
    boolean fits =
        switch (kind) {
          case UNSIGNED, SIGNED -> length <= 8;
          case FLOAT -> length == 4 || length == 8;
          case TEXT -> true;
        };
    if (!fits) {
      throw part.problem("a number has 1 to 8 bytes, a float 4 or 8, but length is " + length);
    }
    OptionalInt bit =
        part.get("bit").map(n -> OptionalInt.of((int) n.number())).orElseGet(OptionalInt::empty);
    if (bit.isPresent() && bit.getAsInt() >= length * 8) {
      throw part.problem("there is no bit " + bit.getAsInt() + " in " + length + " bytes");
    }
    boolean little = part.text("endian").filter("little"::equals).isPresent();
    return new Extract.Bytes((int) part.require("at").number(), length, kind, little, bit);
  }

  /** The JSON pointer of a path such as {@code $.relay['a b'][0]}. */
  private static String pointer(Part part, String path) {
    if (!path.startsWith("$")) {
      throw part.problem("a path begins with $, e.g. $.relay.state, but is " + path);
    }
    StringBuilder pointer = new StringBuilder();
    Matcher step = STEP.matcher(path);
    int at = 1;
    while (at < path.length()) {
      if (!step.find(at) || step.start() != at) {
        throw part.problem(
            "'" + path.substring(at) + "' is no step of a path; steps are .name, ['name'], [0]");
      }
      for (int group = 1; group <= 4; group++) {
        if (step.group(group) != null) {
          pointer.append('/').append(step.group(group).replace("~", "~0").replace("/", "~1"));
        }
      }
      at = step.end();
    }
    return pointer.toString();
  }
}
