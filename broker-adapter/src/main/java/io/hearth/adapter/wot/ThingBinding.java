package io.hearth.adapter.wot;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.http.HttpTransport;
import io.hearth.adapter.inference.Described;
import io.hearth.adapter.inference.Draft;
import io.hearth.adapter.wire.SaidState;
import io.hearth.adapter.wot.Thing.Affordance;
import io.hearth.adapter.wot.Thing.Form;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes the binding of a device of its Thing Description. */
public final class ThingBinding {

  private static final byte[] NOTHING = new byte[0];

  private final Thing thing;
  private final DeviceId id;

  private ThingBinding(Thing thing, DeviceId id) {
    this.thing = thing;
    this.id = id;
  }

  /**
   * The device that a Thing Description describes.
   *
   * @throws ThingException naming the place that is wrong
   */
  public static DeviceBinding of(JsonNode description) throws ThingException {
    Thing thing = ThingReader.read(description);
    DeviceId id;
    try {
      id = Ids.deviceId(thing.id());
    } catch (IllegalArgumentException e) {
      throw new ThingException("/id: no device can be called '" + thing.id() + "'");
    }
    return new ThingBinding(thing, id).binding();
  }

  private DeviceBinding binding() throws ThingException {
    List<Draft.Entry<Affordance>> entries = new ArrayList<>();
    for (Affordance property : thing.properties()) {
      entries.add(new Draft.Entry<>(described(property), property));
    }
    List<Draft.Offer<Affordance>> offers = new ArrayList<>();
    for (Affordance action : thing.actions()) {
      if (action.form("invokeaction").isPresent()) {
        new ThingAction(action).offer().ifPresent(offers::add);
      }
    }
    String words = String.join(" ", thing.types()) + " " + thing.title();
    Draft<Affordance> draft =
        Draft.of(words, entries, offers)
            .orElseThrow(() ->
                new ThingException("nothing of it can be read or told in a way that is known"));
    List<StateSource> states = new ArrayList<>();
    Set<Address> polled = new LinkedHashSet<>();
    draft.reads().forEach(read -> source(read, polled).ifPresent(states::add));
    Map<String, CommandBinding> commands = new LinkedHashMap<>();
    draft.writes().forEach((action, write) -> commands.put(action, command(write)));
    return new DeviceBinding(
        id,
        Optional.of(draft.announcement(id, thing.title(), Optional.empty())),
        Set.of("thing:" + thing.id()),
        states,
        availability(polled),
        commands);
  }

  private static Described described(Affordance property) {
    ThingValues values = new ThingValues(property.name(), property.schema());
    return new Described(
        property.name(),
        property.name(),
        "",
        property.types(),
        values.shape(),
        values.unit(),
        values.range(),
        values.options(),
        property.readable() && property.form("observeproperty", "readproperty").isPresent(),
        property.writable() && property.form("writeproperty").isPresent());
  }

  private static Optional<StateSource> source(Draft.Read<Affordance> read, Set<Address> polled) {
    Affordance property = read.from();
    ThingValues values = new ThingValues(property.name(), property.schema());
    return property
        .form("observeproperty", "readproperty")
        .map(form -> {
          Address at = address(form);
          if (at instanceof Address.Http http) {
            polled.add(HttpTransport.reached(http));
          }
          return StateSource.of(
              at,
              read.properties(),
              payload -> new SaidState(read.reader().read(values.read(payload)), Optional.empty()));
        });
  }

  /** A thing over HTTP is there as long as it answers. */
  private static List<AvailabilityRule> availability(Set<Address> polled) {
    return polled.stream()
        .limit(1)
        .map(at -> AvailabilityRule.words(at, "online", "offline"))
        .toList();
  }

  private static Address address(Form form) {
    if (form.topic().isPresent()) {
      return new Address.Mqtt(form.topic().get());
    }
    return form.uri().getScheme().startsWith("coap")
        ? new Address.Coap(form.uri())
        : new Address.Http(form.uri());
  }

  private static CommandBinding command(Draft.Write<Affordance> write) {
    Affordance affordance = write.to();
    boolean property = affordance.writable();
    Form form = affordance.form(property ? "writeproperty" : "invokeaction").orElseThrow();
    ThingValues values = new ThingValues(affordance.name(), affordance.schema());
    boolean input = !affordance.schema().isMissingNode();
    return new CommandBinding(
        call -> {
          byte[] payload = input ? values.write(write.writer().write(call)) : NOTHING;
          return List.of(outgoing(form, payload, property));
        },
        confirmation(form, write.confirmedBy()));
  }

  private static Outgoing outgoing(Form form, byte[] payload, boolean property) {
    String method = form.method().orElse(property ? "PUT" : "POST");
    Address to = address(form);
    return switch (to) {
      case Address.Mqtt mqtt ->
          new Outgoing(to, payload, "PUBLISH", Optional.of(form.contentType()), form.qos(), false);
      case Address.Coap coap -> Outgoing.coap(coap.uri(), method, payload, form.contentType());
      case Address.Http http -> Outgoing.http(http.uri(), method, payload, form.contentType());
    };
  }

  private static Confirmation confirmation(Form form, Set<String> shown) {
    if (form.topic().isEmpty()) {
      return new Confirmation.ByReply();
    }
    return shown.isEmpty()
        ? new Confirmation.Never("it tells nothing that would show it")
        : new Confirmation.ByReport(shown);
  }
}
