package io.hearth.gateway;

import io.hearth.model.device.Home;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The sentences Hearth says in one language: templates by dotted key, compiled once; thread-safe.
 */
final class Phrases {

  private static final Phrases ENGLISH = of("en");

  private final String language;
  private final Map<String, String> texts;
  private final Map<String, PebbleTemplate> templates;
  private final Figures figures;

  private Phrases(
      String language, Map<String, String> texts, Map<String, PebbleTemplate> templates) {
    this.language = language;
    this.texts = texts;
    this.templates = templates;
    this.figures = new Figures(this);
  }

  /** English, from {@code en/replies.yaml}. */
  static Phrases english() {
    return ENGLISH;
  }

  /**
   * The sentences of a language, from its {@code replies.yaml}.
   *
   * @throws IllegalStateException when there are none
   */
  static Phrases of(String language) {
    String resource = language + "/replies.yaml";
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new StringLoader())
            .autoEscaping(false)
            .strictVariables(true)
            .cacheActive(false)
            .defaultLocale(Locale.forLanguageTag(language))
            .build();
    Map<String, String> texts = new LinkedHashMap<>();
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      LoadSettings settings = LoadSettings.builder().setLabel(resource).build();
      flatten("", new Load(settings).loadFromInputStream(in), texts);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
    Map<String, PebbleTemplate> templates = new HashMap<>();
    texts.forEach((key, text) -> templates.put(key, engine.getLiteralTemplate(text)));
    return new Phrases(language, texts, Map.copyOf(templates));
  }

  private static void flatten(String key, Object node, Map<String, String> into) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, child) -> {
        if (name != null && child != null) {
          flatten(key.isEmpty() ? name.toString() : key + "." + name, child, into);
        }
      });
    } else {
      into.put(key, node.toString());
    }
  }

  /** The tag of the language, e.g. {@code en}. */
  String language() {
    return language;
  }

  /** Numbers, spans and moments in the language. */
  Figures figures() {
    return figures;
  }

  /** Devices and places of a home in the language. */
  Naming naming(Home home) {
    return new Naming(home, this);
  }

  /** The text of a key as it is written, without variables. */
  String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no phrase for " + key);
    }
    return text;
  }

  /** The texts below a key by the rest of theirs, in the order of the file. */
  Map<String, String> below(String key) {
    Map<String, String> found = new LinkedHashMap<>();
    texts.forEach((name, text) -> {
      if (name.startsWith(key + ".")) {
        found.put(name.substring(key.length() + 1), text);
      }
    });
    return found;
  }

  /** Every key. */
  Set<String> keys() {
    return Set.copyOf(texts.keySet());
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
