package io.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A German home is answered in German. */
class GermanRepliesTest {

  private static final DescribedHome HOME =
      new HomeFiles(Catalogues.builtIn()).read(Path.of("../docs/examples/homes/wohnung.yaml"));

  private final Phrases german = Phrases.of("de");
  private final Naming naming = german.naming(HOME.home());

  @Test
  void germanHasEverySentenceThatEnglishHas() {
    // Given
    Set<String> open = Set.of("naming", "options", "properties");
    // When
    Set<String> english =
        Phrases.english().keys().stream()
            .filter(key -> !open.contains(key.split("\\.", 2)[0]))
            .collect(Collectors.toSet());
    // Then
    assertThat(german.keys()).containsAll(english);
  }

  @ParameterizedTest
  @CsvSource({
    "licht.kueche, das Küchenlicht, dem Küchenlicht",
    "lampe.stehlampe, die Stehlampe, der Stehlampe",
    "fernseher, der Fernseher, dem Fernseher",
    "rollladen.schlafzimmer, der Rollladen im Schlafzimmer, dem Rollladen im Schlafzimmer"
  })
  void aDeviceHasTheArticleOfItsNoun(String id, String subject, String dative) {
    // Given
    List<DeviceId> device = List.of(new DeviceId(id));
    // Then
    assertThat(naming.in(Naming.Case.NOMINATIVE).the(device)).isEqualTo(subject);
    assertThat(naming.in(Naming.Case.DATIVE).the(device)).isEqualTo(dative);
  }

  @Test
  void aPlaceHasItsPreposition() {
    // Then
    assertThat(naming.in(new AreaId("kueche"))).isEqualTo("in der Küche");
    assertThat(naming.in(new AreaId("bad"))).isEqualTo("im Bad");
  }

  @Test
  void spansAreToldInTheirCase() {
    // Then
    assertThat(german.figures().span(Duration.ofMinutes(61))).isEqualTo("1 Stunde und 1 Minute");
    assertThat(german.figures().ago(Duration.ofDays(3))).isEqualTo("vor 3 Tagen");
    assertThat(german.figures().number(20.5)).isEqualTo("20,5");
  }
}
