package io.hearth.gateway;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The sentences Hearth says in one language: templates by dotted key, compiled once; thread-safe.
 */
final class Phrases {

  private final Map<String, PebbleTemplate> templates;

  private Phrases(Map<String, PebbleTemplate> templates) {
    this.templates = templates;
  }

  /** English, from {@code en/replies.yaml}. */
  static Phrases english() {
    return read("en/replies.yaml");
  }

  private static Phrases read(String resource) {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new StringLoader())
            .autoEscaping(false)
            .strictVariables(true)
            .cacheActive(false)
            .defaultLocale(Locale.ENGLISH)
            .build();
    Map<String, PebbleTemplate> templates = new LinkedHashMap<>();
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      LoadSettings settings = LoadSettings.builder().setLabel(resource).build();
      flatten("", new Load(settings).loadFromInputStream(in), engine, templates);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
    return new Phrases(Map.copyOf(templates));
  }

  private static void flatten(
      String key, Object node, PebbleEngine engine, Map<String, PebbleTemplate> into) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, child) -> {
        if (name != null && child != null) {
          flatten(key.isEmpty() ? name.toString() : key + "." + name, child, engine, into);
        }
      });
    } else {
      into.put(key, engine.getLiteralTemplate(node.toString()));
    }
  }

  boolean has(String key) {
    return templates.containsKey(key);
  }

  /**
   * The sentence of a key.
   *
   * @throws IllegalArgumentException when the key or one of its variables is not there
   */
  String say(String key, Map<String, ?> variables) {
    return find(key, variables)
        .orElseThrow(() -> new IllegalArgumentException("no phrase for " + key));
  }

  /** The sentence of a key, empty when there is none of that key. */
  Optional<String> find(String key, Map<String, ?> variables) {
    PebbleTemplate template = templates.get(key);
    if (template == null) {
      return Optional.empty();
    }
    StringWriter sentence = new StringWriter();
    try {
      template.evaluate(sentence, new LinkedHashMap<>(variables));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("phrase " + key + " cannot be said of " + variables, e);
    }
    return Optional.of(sentence.toString().strip());
  }
}
