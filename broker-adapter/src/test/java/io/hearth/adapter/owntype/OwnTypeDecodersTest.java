package io.hearth.adapter.owntype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Capability;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import io.hearth.model.owntype.Extract.Bytes.Kind;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Instances;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Reading;
import io.hearth.model.owntype.Reading.Scale;
import io.hearth.model.owntype.Samples;
import io.hearth.model.owntype.Simulation;
import io.hearth.model.owntype.Telling;
import io.hearth.model.owntype.Telling.TimeStamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnTypeDecodersTest {

  private static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);
  private static final String TOPIC = "vat/7/report";

  private static final List<Property> PROPERTIES =
      List.of(
          Property.bool("on"),
          Property.number("temperature", Unit.CELSIUS),
          Property.number("level", Unit.PERCENT),
          Property.number("runs", Unit.NONE),
          Property.option("stage", List.of("idle", "mash", "boil")));

  private static OwnType type(
      Format format, Map<String, Reading> readings, Optional<TimeStamp> at) {
    DeviceType type =
        new DeviceType(
            "vat",
            Map.of("en", List.of("vat")),
            Map.of(),
            List.of(new Capability("Vat", PROPERTIES, List.of())),
            RiskClass.LOW,
            Set.of(),
            Set.of(),
            Map.of(),
            5,
            5);
    Telling telling =
        new Telling(
            Place.topic("vat/{id}/report"), format, readings, at, Optional.empty(), Map.of());
    return new OwnType(
        type,
        "vat.yaml",
        new Instances(
            Optional.of(Place.topic("vat/{id}/report")),
            Optional.empty(),
            List.of(),
            "vat.{id}",
            "Vat {id}",
            List.of(),
            Optional.empty(),
            Optional.empty()),
        List.of(telling),
        List.of(),
        Map.of(),
        false,
        Simulation.PLAIN,
        new Samples(List.of(), List.of(), List.of()));
  }

  private static Reading reading(Extract extract) {
    return new Reading(extract, Optional.empty(), Map.of(), Optional.empty(), false);
  }

  private static Reading bytes(
      int at, int length, Kind kind, boolean little, int bit, double scale) {
    return new Reading(
        new Extract.Bytes(
            at, length, kind, little, bit < 0 ? OptionalInt.empty() : OptionalInt.of(bit)),
        scale == 1 ? Optional.empty() : Optional.of(new Scale(scale, 0, ANY)),
        Map.of(),
        Optional.empty(),
        false);
  }

  private static Map<String, Value> decoded(OwnType type, byte[] payload)
      throws MalformedPayloadException {
    Map<String, Value> all = new LinkedHashMap<>();
    DeviceBinding binding = OwnTypes.trial(type, TOPIC).getFirst();
    Payload message = Payload.of(payload);
    for (StateSource source : binding.states()) {
      all.putAll(source.decoder().decode(message).properties());
    }
    return all;
  }

  private static OwnType binary() {
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put("on", bytes(0, 1, Kind.UNSIGNED, false, 3, 1));
    readings.put("temperature", bytes(1, 2, Kind.SIGNED, false, -1, 0.1));
    readings.put("runs", bytes(3, 4, Kind.UNSIGNED, true, -1, 1));
    readings.put("level", bytes(7, 4, Kind.FLOAT, true, -1, 1));
    readings.put(
        "stage",
        new Reading(
            new Extract.Bytes(11, 1, Kind.UNSIGNED, false, OptionalInt.empty()),
            Optional.empty(),
            Map.of("1", Value.of("mash"), "2", Value.of("boil")),
            Optional.of(Value.of("idle")),
            false));
    return type(Format.BYTES, readings, Optional.empty());
  }

  @Test
  void readsBytesAsTheyAreDescribed() throws MalformedPayloadException {
    // Given
    byte[] payload =
        HexFormat.of()
            .parseHex(
                "0a" // flags 0000 1010: bit 1 (fault), bit 3 (on)
                    + "ff9c" // temperature, signed, big endian: -100 tenths = -10 °C
                    + "d2040000" // runs, unsigned, little endian: 1234
                    + "0000a041" // level, IEEE 754 float, little endian: 20.0
                    + "02"); // stage: 2 = boil

    // When
    Map<String, Value> said = decoded(binary(), payload);

    // Then
    assertThat(said)
        .containsEntry("on", Value.of(true))
        .containsEntry("temperature", Value.of(-10))
        .containsEntry("runs", Value.of(1234))
        .containsEntry("level", Value.of(20))
        .containsEntry("stage", Value.of("boil"));
  }

  @Test
  void refusesBytesThatAreTooFew() {
    assertThatThrownBy(() -> decoded(binary(), new byte[] {8, 0}))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageContaining("needs 3 bytes, the payload has 2");
  }

  @Test
  void readsTextByRegularExpressionAndTemplate() throws MalformedPayloadException {
    // Given
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put("temperature", reading(new Extract.Regex("T=(-?[\\d.]+)", 1)));
    readings.put("on", reading(new Extract.Template("{{ 'R1' in value }}")));

    // When
    Map<String, Value> said =
        decoded(
            type(Format.TEXT, readings, Optional.empty()),
            "T=66.5;R1;x".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(said)
        .containsEntry("temperature", Value.of(66.5))
        .containsEntry("on", Value.of(true));
  }

  @Test
  void readsCbor() throws MalformedPayloadException {
    // Given
    byte[] payload =
        HexFormat.of()
            .parseHex(
                "a2" // a map of two
                    + "6174" // "t"
                    + "f95020" // half float 33.0
                    + "617382" // "s": an array of two
                    + "01" // 1
                    + "646d617368"); // "mash"
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put("temperature", reading(new Extract.Member("/t")));
    readings.put("stage", reading(new Extract.Member("/s/1")));

    // When
    Map<String, Value> said = decoded(type(Format.CBOR, readings, Optional.empty()), payload);

    // Then
    assertThat(said)
        .containsEntry("temperature", Value.of(33))
        .containsEntry("stage", Value.of("mash"));
  }

  @Test
  void takesTheDevicesOwnTimeStamp() throws MalformedPayloadException {
    // Given
    OwnType type =
        type(
            Format.JSON,
            Map.of("runs", reading(new Extract.Member("/n"))),
            Optional.of(new TimeStamp(new Extract.Member("/t"), TimeStamp.Count.SECONDS)));
    StateSource source = OwnTypes.trial(type, TOPIC).getFirst().states().getFirst();

    // When
    Optional<Instant> at = source.decoder().decode(Payload.of("{\"n\":3,\"t\":1795000000}")).at();

    // Then
    assertThat(at).contains(Instant.ofEpochSecond(1_795_000_000));
  }

  @Test
  void onePropertyThatCannotBeReadDoesNotSpoilAnother() throws MalformedPayloadException {
    // Given
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put("runs", reading(new Extract.Member("/n")));
    readings.put("stage", reading(new Extract.Member("/s")));
    DeviceBinding binding =
        OwnTypes.trial(type(Format.JSON, readings, Optional.empty()), TOPIC).getFirst();
    Payload payload = Payload.of("{\"n\":3,\"s\":\"fry\"}");

    // When
    Map<String, Value> runs = binding.states().getFirst().decoder().decode(payload).properties();

    // Then
    assertThat(runs).containsEntry("runs", Value.of(3));
    assertThatThrownBy(() -> binding.states().get(1).decoder().decode(payload))
        .hasMessageContaining("stage must be one of");
  }

  @Test
  void aPayloadThatSaysNothingOfAllThatIsReadIsAProblem() {
    OwnType type =
        type(Format.JSON, Map.of("runs", reading(new Extract.Member("/n"))), Optional.empty());

    assertThatThrownBy(() -> decoded(type, "{\"m\":1}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("says nothing");
  }

  @Test
  void aTemplateThatRunsAwayIsBounded() {
    // Given
    String endless =
        "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}x"
            + "{% endfor %}{% endfor %}{% endfor %}";
    OwnType type =
        type(
            Format.TEXT, Map.of("stage", reading(new Extract.Template(endless))), Optional.empty());
    long start = System.nanoTime();

    // When
    assertThatThrownBy(() -> decoded(type, new byte[] {1}))
        .isInstanceOf(MalformedPayloadException.class);

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aRegularExpressionTakesTimeInProportionToTheText() throws MalformedPayloadException {
    // Given
    OwnType type =
        type(
            Format.TEXT, Map.of("runs", reading(new Extract.Regex("(a+)+b", 0))), Optional.empty());
    long start = System.nanoTime();

    // When
    assertThatThrownBy(() -> decoded(type, "a".repeat(50_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedPayloadException.class);

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void tenThousandHostilePayloadsNeitherCrashNorBlockAnyDecoder() {
    // Given
    Reading member = reading(new Extract.Member("/a/0"));
    List<OwnType> types =
        List.of(
            binary(),
            type(Format.JSON, Map.of("level", member), Optional.empty()),
            type(Format.CBOR, Map.of("level", member), Optional.empty()),
            type(
                Format.TEXT,
                Map.of("level", reading(new Extract.Regex("(\\d+)", 1))),
                Optional.empty()),
            type(
                Format.JSON,
                Map.of("level", reading(new Extract.Template("{{ value_json.a[0] | float * 2 }}"))),
                Optional.empty()));
    Random random = new Random(20);

    for (OwnType type : types) {
      List<StateSource> sources = OwnTypes.trial(type, TOPIC).getFirst().states();
      for (int i = 0; i < 10_000; i++) {
        Payload payload = Payload.of(hostile(random, i));
        for (StateSource source : sources) {
          // When
          try {
            Map<String, Value> said = source.decoder().decode(payload).properties();
            // Then
            said.forEach((name, value) ->
                assertThat(
                        PROPERTIES.stream()
                            .filter(property -> property.name().equals(name))
                            .findFirst()
                            .flatMap(property -> property.problemWith(value)))
                    .isEmpty());
          } catch (MalformedPayloadException refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        }
      }
    }
  }

  private static byte[] hostile(Random random, int round) {
    String[] seeds = {
      "{\"a\":[1e999]}", "{\"a\":[\"NaN\"]}", "{\"a\":[null]}", "[[[[[[", "{\"a\":{\"0\":[]}}",
      "-", "", "\u0000\u0000", "{\"a\":[99999999999999999999]}", "{\"a\":[true]}"
    };
    byte[] bytes =
        round % 2 == 0
            ? seeds[round / 2 % seeds.length].getBytes(StandardCharsets.UTF_8)
            : new byte[random.nextInt(40)];
    if (round % 2 == 1) {
      random.nextBytes(bytes);
    } else if (bytes.length > 0 && round % 4 == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
