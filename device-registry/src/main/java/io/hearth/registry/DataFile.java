package io.hearth.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML 1.2 or JSON text that is read with its line numbers; {@code on} and {@code off} are words.
 *
 * @param name what messages call it
 * @param failure makes the exception of a one-line message
 */
record DataFile(String name, Function<String, RuntimeException> failure) {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

  /** Reads a text that must be one mapping. */
  Part parse(String text) {
    Node root =
        compose(text).orElseThrow(() -> problem(1, "is empty; it must be a mapping of keys"));
    Object content = content(root, "", 0);
    if (!(content instanceof Map)) {
      throw problem(line(root), "must be a mapping of keys");
    }
    return new Part(this, "", line(root), content);
  }

  RuntimeException problem(int line, String what) {
    return failure.apply(name + ":" + line + ": " + what);
  }

  private Optional<Node> compose(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new CoreSchema())
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    try {
      return new Compose(settings).composeString(withoutTabs(text));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
      throw problem(line, "is not YAML or JSON: " + oneLine(e.getProblem()) + hint(e.getProblem()));
    } catch (YamlEngineException e) {
      throw problem(1, "is not YAML or JSON: " + oneLine(String.valueOf(e.getMessage())));
    }
  }

  /** JSON may be indented with tabs, which the YAML reader refuses; strings cannot hold them. */
  private static String withoutTabs(String text) {
    return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
  }

  private static String oneLine(String message) {
    return message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("unreadable");
  }

  /** What is behind the words of the parser, most of the time. */
  private static String hint(String problem) {
    if (problem.contains("expected <block end>") || problem.contains("mapping values are not")) {
      return "; is it indented like its neighbours?";
    }
    if (problem.startsWith("expected ',' or ")) {
      return "; a text with braces, brackets or commas inside {...} needs quotes";
    }
    return problem.contains("TAB") ? "; indent with spaces" : "";
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private Object content(Node node, String path, int depth) {
    if (depth > MAX_DEPTH) {
      throw problem(line(node), "is nested deeper than " + MAX_DEPTH + " levels");
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, path, depth);
      case SequenceNode sequence -> sequence(sequence, path, depth);
      case ScalarNode scalar -> scalar(scalar, path);
      default -> throw problem(line(node), "has something that is neither value, list nor mapping");
    };
  }

  private Map<String, Part> mapping(MappingNode mapping, String path, int depth) {
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        throw problem(line(tuple.getKeyNode()), "a key must be a word");
      }
      String key = keyNode.getValue();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      Integer earlier = lines.put(key, line(keyNode));
      if (earlier != null) {
        throw problem(line(keyNode), "key " + keyPath + ": is already there in line " + earlier);
      }
      if (!isNothing(tuple.getValueNode())) {
        Object value = content(tuple.getValueNode(), keyPath, depth + 1);
        parts.put(key, new Part(this, keyPath, line(keyNode), value));
      }
    }
    return parts;
  }

  private List<Part> sequence(SequenceNode sequence, String path, int depth) {
    List<Part> parts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String itemPath = path + "[" + parts.size() + "]";
      if (isNothing(item)) {
        throw problem(line(item), "key " + itemPath + ": has no value");
      }
      parts.add(new Part(this, itemPath, line(item), content(item, itemPath, depth + 1)));
    }
    return parts;
  }

  private static boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private Object scalar(ScalarNode node, String path) {
    String text = node.getValue();
    if (node.getTag().equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    try {
      if (node.getTag().equals(Tag.INT)) {
        return integer(text);
      }
      if (node.getTag().equals(Tag.FLOAT)) {
        return finite(Double.parseDouble(text));
      }
    } catch (NumberFormatException e) {
      throw problem(line(node), "key " + path + ": " + text + " is not a number that can be used");
    }
    return text;
  }

  private static Number integer(String text) {
    if (text.startsWith("0o")) {
      return Long.valueOf(text.substring(2), 8);
    }
    if (text.startsWith("0x")) {
      return Long.valueOf(text.substring(2), 16);
    }
    double value = finite(Double.parseDouble(text));
    return Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new NumberFormatException("not finite");
    }
    return value;
  }
}
