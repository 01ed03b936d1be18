package io.hearth.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for the packages below one root; the root is a parameter so that each
 * rule can also be shown classes that break it.
 */
record ArchitectureRules(String root) {

  /** What each room may use besides itself; {@code app} may use all. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "model", List.of(),
          "registry", List.of("model"),
          "adapter", List.of("model"),
          "context", List.of("model", "registry"),
          "language", List.of("model"),
          "rules", List.of("model"),
          "learning", List.of("model", "language"),
          "gateway", List.of("model", "context", "language", "rules", "learning"),
          "sim", List.of("model"));

  /** The model's packages, each using only those before it. */
  private static final List<String> MODEL_LAYERS = List.of("device", "state", "speech", "decision");

  ArchRule arrowsGoOneWay() {
    return ARROWS.keySet().stream()
        .sorted()
        .map(this::usesOnlyItsArrows)
        .reduce((one, other) -> CompositeArchRule.of(one).and(other))
        .orElseThrow();
  }

  private ArchRule usesOnlyItsArrows(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), ARROWS.get(room).stream())
            .map(this::packagesOf)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(packagesOf(room))
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(root + "..")).or(resideInAnyPackage(allowed)))
        .allowEmptyShould(true)
        .as(room + " uses only itself and " + ARROWS.get(room));
  }

  ArchRule modelGoesOneWay() {
    return Stream.iterate(0, i -> i < MODEL_LAYERS.size() - 1, i -> i + 1)
        .map(this::usesNothingAfter)
        .reduce((one, other) -> CompositeArchRule.of(one).and(other))
        .orElseThrow();
  }

  private ArchRule usesNothingAfter(int layer) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".model." + MODEL_LAYERS.get(layer) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            MODEL_LAYERS.stream()
                .skip(layer + 1L)
                .map(later -> root + ".model." + later + "..")
                .toArray(String[]::new))
        .allowEmptyShould(true);
  }

  ArchRule packagesHaveNoCycle() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule onlyRulesKnowDrools() {
    return only(List.of("rules"), "org.drools..", "org.kie..");
  }

  ArchRule onlyTheWireKnowsPahoAndCalifornium() {
    return only(List.of("adapter", "sim"), "org.eclipse.paho..", "org.eclipse.californium..");
  }

  ArchRule onlyRegistryAndLearningTalkSql() {
    return only(
        List.of("registry", "learning"),
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.h2..",
        "org.flywaydb..");
  }

  private ArchRule only(List<String> rooms, String... libraries) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(rooms.stream().map(this::packagesOf).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  ArchRule onlyTheCommandLinePrints() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(packagesOf("app.cli"))
        .and()
        .areNotAssignableTo(A_PROGRAM)
        .should(ACCESS_STANDARD_STREAMS);
  }

  /** What is started as a process of its own, and so has nobody else to tell. */
  private static final DescribedPredicate<JavaClass> A_PROGRAM =
      DescribedPredicate.describe(
          "a program", type -> type.tryGetMethod("main", String[].class).isPresent());

  ArchRule packagesAreNullMarked() {
    return classes().that().resideInAPackage(root + "..").should(BE_IN_A_NULL_MARKED_PACKAGE);
  }

  private static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
      new ArchCondition<>("be in a package whose package-info says @NullMarked") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          boolean marked =
              type.getPackage()
                  .tryGetPackageInfo()
                  .filter(info -> info.isAnnotatedWith(NullMarked.class))
                  .isPresent();
          events.add(
              new SimpleConditionEvent(
                  type, marked, type.getName() + " is in " + type.getPackageName()));
        }
      };

  private String packagesOf(String room) {
    return root + "." + room + "..";
  }
}
