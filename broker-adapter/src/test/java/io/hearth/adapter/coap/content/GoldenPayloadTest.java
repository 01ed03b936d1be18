package io.hearth.adapter.coap.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Payloads byte by byte, as devices send them, and ten thousand that no device should send. */
class GoldenPayloadTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void senMlCborIsResolved() throws Exception {
    byte[] payload =
        bytes(
            "82" // array of 2 records
                + "A4" // record: map of 4
                + "21"
                + "68"
                + "2F333330332F302F" // -2 base name: text of 8, "/3303/0/"
                + "00"
                + "64"
                + "35373030" // 0 name: "5700"
                + "01"
                + "63"
                + "43656C" // 1 unit: "Cel"
                + "02"
                + "FB"
                + "4035800000000000" // 2 value: double 21.5
                + "A3" // record: map of 3
                + "00"
                + "64"
                + "35363031" // 0 name: "5601"
                + "06"
                + "38"
                + "3B" // 6 time: -60 s from now
                + "02"
                + "13"); // 2 value: 19
    assertThat(read(Format.SENML_CBOR, payload))
        .containsExactly(
            new Reading("/3303/0/5700", Value.of(21.5), Optional.of("Cel"), Optional.empty()),
            new Reading(
                "/3303/0/5601", Value.of(19), Optional.empty(), Optional.of(NOW.minusSeconds(60))));
  }

  @Test
  void baseFieldsOfSenMlJsonHoldForWhatFollows() throws Exception {
    String pack =
        "[{\"bn\":\"urn:dev:mac:a1/\",\"bt\":1.7e9,\"bu\":\"%RH\",\"bv\":20,\"n\":\"h\",\"v\":1},"
            + "{\"n\":\"h\",\"t\":10,\"v\":2},{\"bu\":\"\",\"n\":\"on\",\"vb\":true}]";
    List<Reading> readings = read(Format.SENML_JSON, utf8(pack));
    assertThat(readings)
        .extracting(Reading::name)
        .containsExactly("urn:dev:mac:a1/h", "urn:dev:mac:a1/h", "urn:dev:mac:a1/on");
    assertThat(readings)
        .extracting(Reading::value)
        .containsExactly(Value.of(21), Value.of(22), Value.of(true));
    assertThat(readings.get(1).at()).contains(Instant.ofEpochSecond(1_700_000_010));
    assertThat(readings.get(1).unit()).contains("%RH");
  }

  @Test
  void whatMustBeUnderstoodAndIsNotIsRefused() {
    assertThatThrownBy(() -> read(Format.SENML_JSON, utf8("[{\"n\":\"a\",\"v\":1,\"x_\":2}]")))
        .isInstanceOf(MalformedPayloadException.class);
    assertThatThrownBy(() -> read(Format.SENML_JSON, utf8("[{\"bver\":11,\"n\":\"a\",\"v\":1}]")))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void tlvOfALightIsTypedByItsResources() throws Exception {
    byte[] payload =
        bytes(
            "E1"
                + "16DA"
                + "01" // resource (11), 16 bit id (1), length 1: 5850 = true
                + "E1"
                + "16DB"
                + "28" // 5851 = 40
                + "E7"
                + "164A"
                + "23464637463030" // 5706, length 7: "#FF7F00"
                + "E4"
                + "16AD"
                + "41A00000"); // 5805, length 4: float 20
    assertThat(Content.read(Optional.of(Format.TLV), payload, "/3311/0", NOW))
        .containsExactly(
            Reading.of("/3311/0/5850", Value.of(true)),
            Reading.of("/3311/0/5851", Value.of(40)),
            Reading.of("/3311/0/5706", Value.of("#FF7F00")),
            Reading.of("/3311/0/5805", Value.of(20)));
  }

  @Test
  void tlvIsWrittenAsItIsRead() throws Exception {
    assertThat(Tlv.write(5850, Value.of(true))).isEqualTo(bytes("E1" + "16DA" + "01"));
    assertThat(Tlv.write(5900, Value.of(21.5)))
        .isEqualTo(
            bytes(
                "E8" // resource, 16 bit id, length in one more byte
                    + "170C" // 5900
                    + "08" // 8 bytes
                    + "4035800000000000")); // double 21.5
    assertThat(
            Content.read(
                Optional.of(Format.TLV), Tlv.write(5851, Value.of(70)), "/3311/0/5851", NOW))
        .containsExactly(Reading.of("/3311/0/5851", Value.of(70)));
  }

  @Test
  void objectInstancesOfTlvHaveTheirPaths() throws Exception {
    byte[] payload =
        bytes(
            "03"
                + "01" // object instance (00), 8 bit id, length 3: instance 1
                + "C1"
                + "09"
                + "57"); // resource 9, length 1: 87
    assertThat(Content.read(Optional.of(Format.TLV), payload, "/3", NOW))
        .containsExactly(Reading.of("/3/1/9", Value.of(87)));
  }

  @Test
  void lwM2mJsonAndCborAndTextAreReadAlike() throws Exception {
    Reading warm = Reading.of("/3303/0/5700", Value.of(21.5));
    assertThat(
            read(
                Format.LWM2M_JSON,
                utf8("{\"bn\":\"/3303/0/\",\"e\":[{\"n\":\"5700\",\"v\":21.5}]}")))
        .containsExactly(warm);
    assertThat(
            read(
                Format.LWM2M_CBOR,
                bytes(
                    "A1"
                        + "190CE7" // map of 1: 3303
                        + "A1"
                        + "00" // map of 1: 0
                        + "A1"
                        + "191644" // map of 1: 5700
                        + "F9"
                        + "4D60"))) // half precision 21.5
        .containsExactly(warm);
    assertThat(read(Format.TEXT, utf8(" 21.5\n"))).containsExactly(Reading.of(Value.of(21.5)));
  }

  @Test
  void whatHasNoFormatIsTakenForWhatItLooksLike() throws Exception {
    assertThat(guess(utf8("ON"))).containsExactly(Reading.of(Value.of("ON")));
    assertThat(guess(utf8("{\"value\":true}")).getFirst().value()).isInstanceOf(Value.Fields.class);
    assertThat(
            guess(bytes("A1" + "65" + "76616C7565" + "F5")).getFirst().value()) // {"value": true}
        .isEqualTo(Value.ofRaw(java.util.Map.of("value", true)));
    assertThat(guess(bytes("E116DA01"))).containsExactly(Reading.of("/x/5850", Value.of(true)));
  }

  @Test
  void tenThousandHostilePayloadsOfEachFormatAreReadOrRefused() {
    Random random = new Random(8428);
    List<byte[]> seeds =
        List.of(
            utf8("[{\"bn\":\"/3303/0/\",\"n\":\"5700\",\"u\":\"Cel\",\"v\":21.5}]"),
            utf8("{\"bn\":\"/3303/0/\",\"e\":[{\"n\":\"5700\",\"v\":21.5}]}"),
            bytes(
                "82A421682F333330332F302F0064353730300163"
                    + "43656C02FB4035800000000000A300643536303106383B0213"),
            bytes("E116DA01E116DB28E7164A23464637463030E416AD41A00000"),
            bytes("A1190CE7A100A1191644F94D60"));
    for (Format format : Format.values()) {
      for (int i = 0; i < 10_000; i++) {
        byte[] hostile = mutated(seeds.get(i % seeds.size()), random);
        try {
          Content.read(
              i % 2 == 0 ? Optional.of(format) : Optional.empty(), hostile, "/3303/0", NOW);
        } catch (MalformedPayloadException refused) {
          assertThat(refused.getMessage()).isNotBlank();
        }
      }
    }
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThatThrownBy(() -> read(Format.JSON, utf8("[".repeat(100_000))))
        .isInstanceOf(MalformedPayloadException.class);
    byte[] deep = new byte[100_000];
    java.util.Arrays.fill(deep, (byte) 0x81); // arrays in arrays
    assertThatThrownBy(() -> read(Format.CBOR, deep)).isInstanceOf(MalformedPayloadException.class);
    assertThatThrownBy(() -> read(Format.CBOR, bytes("9B7FFFFFFFFFFFFFFF"))) // 2^63-1 elements
        .isInstanceOf(MalformedPayloadException.class);
    assertThatThrownBy(() -> read(Format.JSON, utf8("1e999")))
        .isInstanceOf(MalformedPayloadException.class);
  }

  static byte[] mutated(byte[] seed, Random random) {
    byte[] payload = java.util.Arrays.copyOf(seed, 1 + random.nextInt(2 * seed.length));
    for (int i = random.nextInt(6); i >= 0; i--) {
      payload[random.nextInt(payload.length)] = (byte) random.nextInt();
    }
    return payload;
  }

  private static List<Reading> guess(byte[] payload) throws MalformedPayloadException {
    return Content.read(Optional.empty(), payload, "/x", NOW);
  }

  private static List<Reading> read(Format format, byte[] payload)
      throws MalformedPayloadException {
    return Content.read(Optional.of(format), payload, "", NOW);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
