package io.hearth.app.bench.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void errsByTheDistanceOfWhatIsStatedFromWhatComesTrue() {
    // Given
    Calibration calibration = new Calibration();

    // When
    calibration.add(0.9, true);
    calibration.add(0.9, false);
    calibration.add(0.1, false);
    calibration.add(1.0, true);

    // Then: (2·|0.9 − 0.5| + |0.1 − 0| + |1 − 1|) / 4
    assertThat(calibration.error()).isCloseTo(0.225, within(1e-9));
    assertThat(calibration.bins()).hasSize(3);
  }
}
