package io.hearth.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules of this module, which the build compiled to classes.
 *
 * <p>They are found by the index that the build leaves beside them; looking through the whole class
 * path for rules, as the engine does by itself, takes longer and finds nothing more.
 */
final class CompiledRules {

  private static final String INDEX = "/META-INF/kie/io.hearth/disambiguation-rules/drools-model";

  /** The first line of the index tells the engine's version. */
  private static final String VERSION = "Drools-Model-Version:";

  private CompiledRules() {}

  static KieBase load() {
    List<Model> models = new ArrayList<>();
    for (String line : index()) {
      if (!line.startsWith(VERSION) && !line.isBlank()) {
        models.add(model(line));
      }
    }
    return KieBaseBuilder.createKieBaseFromModel(models);
  }

  private static List<String> index() {
    try (InputStream in = CompiledRules.class.getResourceAsStream(INDEX)) {
      if (in == null) {
        throw new IllegalStateException(
            "the compiled rules are missing; build disambiguation-rules with Maven, which runs"
                + " kie-maven-plugin");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("the index of compiled rules cannot be read", e);
    }
  }

  private static Model model(String className) {
    try {
      return Class.forName(className)
          .asSubclass(Model.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules " + className + " cannot be loaded", e);
    }
  }
}
