package io.hearth.adapter.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HomieFuzzTest {

  private static final String DESCRIPTION =
      """
      {"homie":"5.0","version":1,"name":"Thing","root":"r","nodes":{"light":{"name":"L","type":"t",
      "properties":{"on":{"datatype":"boolean","settable":true,"format":"off,on"},"brightness":
      {"datatype":"float","format":"0:100:0.5","unit":"%","settable":true},"color":{"datatype":
      "color","format":"rgb,hsv","settable":true},"mode":{"datatype":"enum","format":"a,b"}}}}}
      """;

  private static final List<String> NASTY =
      List.of(
          "null",
          "\"\"",
          "{}",
          "[]",
          "1e999",
          "-0",
          "\u0000",
          "\uD800",
          "9".repeat(500),
          "::",
          "0:0:0",
          "5:1",
          "NaN:Infinity",
          ",,,,",
          "\"a\":",
          "+/#",
          "true",
          "{\"x\":{\"x\":{}}}");

  private static final List<String> VALUES =
      List.of(
          "",
          "true",
          "TRUE",
          "1e400",
          "-",
          ".",
          "e5",
          "rgb",
          "rgb,1",
          "rgb,a,b,c",
          "hsv,1e9,-1,x",
          "xyz,,",
          "PT",
          "P9999999999999999D",
          "9".repeat(400),
          "\u0000",
          "a,b,c,d,e,f",
          "0x10");

  @Test
  void noDescriptionOrValueOfTenThousandBreaksTheConvention() {
    // Given
    Random random = new Random(5);
    Homie homie = new Homie();
    Instant begin = Instant.now();

    // Then
    for (int i = 0; i < 10_000; i++) {
      String description = spoiled(random);
      assertThatCode(() -> oneRound(homie, description, random)).doesNotThrowAnyException();
    }
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
  }

  private static String spoiled(Random random) {
    StringBuilder text = new StringBuilder(DESCRIPTION);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      text.replace(from, to, NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }

  private static void oneRound(Homie homie, String description, Random random) {
    try {
      homie.device("thing", description);
    } catch (MalformedPayloadException expected) {
      assertThat(expected).hasMessageNotContaining("\n");
    }
    homie.changed.forEach(id -> homie.convention.describe(id).ifPresent(b -> reads(b, random)));
    homie.changed.clear();
  }

  private static void reads(DeviceBinding binding, Random random) {
    for (StateSource source : binding.states()) {
      try {
        source.decoder().decode(Payload.of(VALUES.get(random.nextInt(VALUES.size()))));
      } catch (MalformedPayloadException expected) {
        assertThat(expected).hasMessageStartingWith("not a");
      }
    }
  }

  @Test
  void topicsOfStrangersAreRefusedOrIgnored() {
    Homie homie = new Homie();
    for (String topic :
        List.of(
            "homie",
            "homie/x",
            "homie/5",
            "homie/5/$state",
            "homie/-/$homie",
            "homie/a b/$name",
            "homie/5/x/y",
            "homie//$state",
            "homie/5//$description")) {
      assertThatCode(
              () -> {
                try {
                  homie.hears(topic, "x");
                } catch (MalformedPayloadException expected) {
                  assertThat(expected).hasMessage("the device's id is none");
                }
              })
          .doesNotThrowAnyException();
    }
    assertThat(homie.changed).hasSizeLessThan(2);
  }
}
