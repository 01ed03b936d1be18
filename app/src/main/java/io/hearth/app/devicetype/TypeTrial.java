package io.hearth.app.devicetype;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.owntype.OwnTypes;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Samples;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Source;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tries the samples of a device type through the adapter, without any wire. */
public final class TypeTrial {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OwnType type;

  public TypeTrial(OwnType type) {
    this.type = type;
  }

  /** All payloads and commands of the file. */
  public List<Finding> samples() {
    List<Finding> findings = new ArrayList<>();
    type.samples().told().forEach(told -> findings.add(told(told)));
    type.samples().ordered().forEach(ordered -> findings.add(ordered(ordered)));
    return findings;
  }

  /** What a payload at a topic or address means; passed when it means something. */
  public Finding payload(String at, byte[] payload) {
    Said said = said(at, payload);
    boolean passed = !said.values().isEmpty() && said.complaints().isEmpty();
    return new Finding("payload " + at, 0, passed, "", said.text());
  }

  private Finding told(Samples.Told sample) {
    Said said = said(sample.at(), sample.payload());
    boolean passed =
        said.complaints().isEmpty()
            && sample.state().entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(said.values().get(entry.getKey())));
    return new Finding(
        "sample " + sample.at(), sample.line(), passed, json(sample.state()), said.text());
  }

  private record Said(Map<String, Value> values, List<String> complaints) {
    String text() {
      return json(values) + (complaints.isEmpty() ? "" : " and: " + String.join("; ", complaints));
    }
  }

  private Said said(String at, byte[] bytes) {
    Map<String, Value> values = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    List<DeviceBinding> bindings = OwnTypes.trial(type, at);
    Payload payload = Payload.of(bytes);
    boolean heard = false;
    for (DeviceBinding binding : bindings) {
      for (StateSource source : binding.states()) {
        if (source.at().toString().equals(at)) {
          heard = true;
          try {
            values.putAll(source.decoder().decode(payload).properties());
          } catch (MalformedPayloadException malformed) {
            complaints.add(source.properties() + ": " + malformed.getMessage());
          }
        }
      }
    }
    if (!heard) {
      complaints.add("no place under 'state' is " + at);
    }
    return new Said(values, complaints);
  }

  private Finding ordered(Samples.Ordered sample) {
    String what = "command " + sample.action() + " " + json(sample.arguments());
    String expected = sample.at() + " " + shown(sample.payload());
    for (DeviceBinding binding : OwnTypes.trial(type, sample.at())) {
      CommandBinding way = binding.commands().get(sample.action());
      if (way == null) {
        return new Finding(what, sample.line(), false, expected, "there is no such command");
      }
      Command command = new Command(binding.device(), sample.action(), sample.arguments());
      try {
        Outgoing sent =
            way.encoder()
                .encode(new Call(command, known(binding.device()), "c0ffee", "hearth/reply"))
                .getFirst();
        boolean passed =
            sent.to().toString().equals(sample.at())
                && Arrays.equals(sent.payload(), sample.payload());
        return new Finding(
            what, sample.line(), passed, expected, sent.to() + " " + shown(sent.payload()));
      } catch (CannotCommandException impossible) {
        return new Finding(
            what, sample.line(), false, expected, String.valueOf(impossible.getMessage()));
      }
    }
    return new Finding(
        what, sample.line(), false, expected, "no device of the type has to do with that place");
  }

  private DeviceState known(DeviceId device) {
    Map<String, PropertyState> properties = new LinkedHashMap<>();
    type.samples().told().stream()
        .flatMap(told -> told.state().entrySet().stream())
        .forEach(entry ->
            properties.putIfAbsent(
                entry.getKey(),
                PropertyState.first(entry.getValue(), Instant.EPOCH, Source.DESCRIBED)));
    return new DeviceState(device, properties, Availability.UNKNOWN, Instant.EPOCH);
  }

  static String json(Map<String, Value> values) {
    Map<String, Object> raw = new LinkedHashMap<>();
    values.forEach((name, value) -> raw.put(name, value.raw()));
    return JSON.writeValueAsString(raw);
  }

  private static String shown(byte[] payload) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(payload)).toString();
      if (text.chars().noneMatch(Character::isISOControl)) {
        return text;
      }
    } catch (CharacterCodingException bytes) {
      // shown as such
    }
    return "bytes " + HexFormat.ofDelimiter(" ").formatHex(payload);
  }
}
