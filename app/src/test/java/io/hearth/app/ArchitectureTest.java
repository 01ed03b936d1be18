package io.hearth.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** What kie-maven-plugin makes of the rules; its packages come and go with their content. */
  private static final Pattern GENERATED_FROM_RULES =
      Pattern.compile(
          ".*/io/hearth/rules/(P\\p{XDigit}{2}/.*|(Rules|DomainClassesMetadata)\\p{XDigit}{32}.*)");

  private static final JavaClasses HEARTH =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::isWrittenByHand)
          .importPackages("io.hearth");

  private final ArchitectureRules rules = new ArchitectureRules("io.hearth");

  private static boolean isWrittenByHand(Location location) {
    return !location.contains("-tests.jar") && !location.matches(GENERATED_FROM_RULES);
  }

  @Test
  void arrowsGoOneWay() {
    rules.arrowsGoOneWay().check(HEARTH);
  }

  @Test
  void modelGoesOneWay() {
    rules.modelGoesOneWay().check(HEARTH);
  }

  @Test
  void packagesHaveNoCycle() {
    rules.packagesHaveNoCycle().check(HEARTH);
  }

  @Test
  void onlyRulesKnowDrools() {
    rules.onlyRulesKnowDrools().check(HEARTH);
  }

  @Test
  void onlyTheWireKnowsPahoAndCalifornium() {
    rules.onlyTheWireKnowsPahoAndCalifornium().check(HEARTH);
  }

  @Test
  void onlyRegistryAndLearningTalkSql() {
    rules.onlyRegistryAndLearningTalkSql().check(HEARTH);
  }

  @Test
  void onlyTheCommandLinePrints() {
    rules.onlyTheCommandLinePrints().check(HEARTH);
  }

  @Test
  void packagesAreNullMarked() {
    rules.packagesAreNullMarked().check(HEARTH);
  }
}
