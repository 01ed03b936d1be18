package io.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shows every rule a house that breaks it, so that none passes by seeing nothing. */
class ArchitectureRulesTest {

  private static final String BROKEN = "io.hearth.app.broken";
  private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(BROKEN);

  private final ArchitectureRules rules = new ArchitectureRules(BROKEN);

  @Test
  void seesASimulatorThatUsesTheAdapter() {
    assertBreaks(rules.arrowsGoOneWay(), "sim.SimulatorOnTheAdapter", "adapter.Wire");
  }

  @Test
  void seesDevicesThatKnowDecisions() {
    assertBreaks(rules.modelGoesOneWay(), "model.device.Lamp", "model.decision.Choice");
  }

  @Test
  void seesACycle() {
    assertBreaks(rules.packagesHaveNoCycle(), "model.device", "model.decision");
  }

  @Test
  void seesDroolsOutsideTheRules() {
    assertBreaks(rules.onlyRulesKnowDrools(), "context.DroolsInContext");
  }

  @Test
  void seesPahoAndCaliforniumAwayFromTheWire() {
    assertBreaks(
        rules.onlyTheWireKnowsPahoAndCalifornium(),
        "gateway.PahoInGateway",
        "gateway.CaliforniumInGateway");
  }

  @Test
  void seesSqlInTheGateway() {
    assertBreaks(rules.onlyRegistryAndLearningTalkSql(), "gateway.SqlInGateway");
  }

  @Test
  void seesPrintingOutsideTheCommandLine() {
    assertBreaks(rules.onlyTheCommandLinePrints(), "language.PrintingLanguage");
  }

  @Test
  void seesAPackageWithoutNullMarked() {
    assertBreaks(rules.packagesAreNullMarked(), "adapter.Wire");
  }

  private static void assertBreaks(ArchRule rule, String... culprits) {
    var broken = rule.evaluate(HOUSE);
    assertThat(broken.hasViolation()).isTrue();
    assertThat(String.join("\n", broken.getFailureReport().getDetails()))
        .contains(Stream.of(culprits).toList());
  }
}
