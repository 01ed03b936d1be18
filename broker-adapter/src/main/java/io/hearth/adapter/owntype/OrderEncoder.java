package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Encoder;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.template.Template;
import io.hearth.adapter.template.TemplateException;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Order;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the payload of an order. In its template are the arguments by name, {@code state} with
 * what is believed of the device, {@code correlation} and {@code reply_topic}.
 */
record OrderEncoder(Address to, Order order, Template template) implements Encoder {

  @Override
  public List<Outgoing> encode(Call call) throws CannotCommandException {
    return List.of(
        new Outgoing(to, payload(call), order.method(), order.mediaType(), order.qos(), false));
  }

  private byte[] payload(Call call) throws CannotCommandException {
    String text;
    try {
      text = template.write(variables(call));
    } catch (TemplateException failed) {
      throw new CannotCommandException(
          "the template of " + call.command().action() + " failed: " + failed.getMessage());
    }
    if (!order.bytes()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return HexFormat.of().parseHex(text.replaceAll("\\s+", ""));
    } catch (IllegalArgumentException none) {
      throw new CannotCommandException(
          "the template of " + call.command().action() + " gives no bytes in hexadecimal: " + text);
    }
  }

  private Map<String, Object> variables(Call call) {
    Map<String, Object> variables = new LinkedHashMap<>();
    Map<String, Object> state = new LinkedHashMap<>();
    call.known().properties().forEach((name, known) -> state.put(name, known.value().raw()));
    variables.put("state", state);
    variables.put("correlation", call.correlation());
    variables.put("reply_topic", call.replyTopic());
    call.command().arguments().forEach((name, value) -> variables.put(name, spelled(name, value)));
    return variables;
  }

  private Object spelled(String argument, Value value) {
    String word = order.values().getOrDefault(argument, Map.of()).get(Meaning.text(value));
    return word == null ? value.raw() : word;
  }
}
