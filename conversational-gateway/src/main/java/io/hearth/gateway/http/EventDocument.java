package io.hearth.gateway.http;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.Availability;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as it is written: its type, a line that a person can read, and its details. */
final class EventDocument {

  private final Home home;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private EventDocument(Home home) {
    this.home = home;
  }

  static Map<String, @Nullable Object> of(HomeEvent event, Home home) {
    EventDocument document = new EventDocument(home);
    document.fields.put("type", type(event));
    document.fields.put("summary", document.summary(event));
    document.fields.put("at", event.at().toString());
    document.details(event);
    return document.fields;
  }

  /**
   * The word of the API: state, availability, device, devices, removed, command, progress, turn.
   */
  static String type(HomeEvent event) {
    return switch (event) {
      case HomeEvent.StateChanged changed -> "state";
      case HomeEvent.AvailabilityChanged changed -> "availability";
      case HomeEvent.DevicesDescribed described ->
          described.devices().size() == 1 ? "device" : "devices";
      case HomeEvent.DeviceRemoved removed -> "removed";
      case HomeEvent.CommandCompleted completed -> "command";
      case HomeEvent.TurnProgressed progressed -> "progress";
      case HomeEvent.TurnTaken taken -> "turn";
    };
  }

  private void details(HomeEvent event) {
    switch (event) {
      case HomeEvent.StateChanged changed -> {
        fields.put("device", changed.state().device().value());
        fields.put("changes", changed.transitions().stream().map(EventDocument::change).toList());
        fields.put("state", HomeDocuments.state(home, changed.state()));
      }
      case HomeEvent.AvailabilityChanged changed -> {
        fields.put("device", changed.device().value());
        fields.put("availability", HomeDocuments.word(changed.availability()));
        fields.put("reason", changed.reason());
      }
      case HomeEvent.DevicesDescribed described -> described(described.devices());
      case HomeEvent.DeviceRemoved removed -> fields.put("device", removed.device().value());
      case HomeEvent.CommandCompleted completed ->
          fields.putAll(OutcomeDocument.of(completed.outcome()));
      case HomeEvent.TurnProgressed progressed -> {
        fields.put("turn", progressed.turn());
        fields.put("text", progressed.text());
      }
      case HomeEvent.TurnTaken taken -> fields.put("turn", TurnDocument.of(taken.turn(), home));
    }
  }

  /** One device with its description, many by their ids alone. */
  private void described(List<Device> devices) {
    Device first = devices.getFirst();
    if (devices.size() == 1) {
      fields.put("device", first.id().value());
      fields.put("description", HomeDocuments.device(home, first, Availability.UNKNOWN));
    } else {
      fields.put("devices", devices.stream().map(device -> device.id().value()).toList());
    }
  }

  private static String summary(List<Device> devices) {
    return devices.size() == 1
        ? devices.getFirst().name() + " is in the home"
        : devices.size() + " devices are in the home";
  }

  private String summary(HomeEvent event) {
    return switch (event) {
      case HomeEvent.StateChanged changed -> summary(changed.state(), changed.transitions());
      case HomeEvent.AvailabilityChanged changed ->
          name(changed.device())
              + switch (changed.availability()) {
                case ONLINE -> " can be reached";
                case OFFLINE -> " cannot be reached";
                case UNKNOWN -> " may not be reached";
              }
              + (changed.reason().isBlank() ? "" : " (" + changed.reason() + ")");
      case HomeEvent.DevicesDescribed described -> summary(described.devices());
      case HomeEvent.DeviceRemoved removed -> name(removed.device()) + " left the home";
      case HomeEvent.CommandCompleted completed -> summary(completed.outcome());
      case HomeEvent.TurnProgressed progressed -> progressed.text();
      case HomeEvent.TurnTaken taken ->
          "\""
              + taken.turn().utterance().transcript().best().text()
              + "\" → "
              + taken.turn().reply();
    };
  }

  private String summary(DeviceState state, List<Transition> transitions) {
    if (transitions.isEmpty()) {
      return name(state.device()) + ": unchanged";
    }
    return transitions.stream()
        .map(to ->
            StateWords.of(to.property(), to.to(), HomeDocuments.unit(home, state, to.property())))
        .collect(Collectors.joining(", ", name(state.device()) + ": ", ""));
  }

  private String summary(CommandOutcome outcome) {
    String told = name(outcome.command().device()) + ": " + outcome.command().action();
    return switch (outcome) {
      case CommandOutcome.Acknowledged acknowledged ->
          told + " acknowledged after " + acknowledged.after().toMillis() + " ms";
      case CommandOutcome.Rejected rejected -> told + " rejected (" + rejected.reason() + ")";
      case CommandOutcome.TimedOut timedOut ->
          told + " not answered within " + timedOut.waited().toMillis() + " ms";
      case CommandOutcome.Postponed postponed ->
          told + " waits until it wakes up, for " + postponed.within().toSeconds() + " s at most";
      case CommandOutcome.Unreachable unreachable ->
          told + " not sent (" + unreachable.reason() + ")";
      case CommandOutcome.Unconfirmed unconfirmed ->
          told + " sent, unconfirmed (" + unconfirmed.reason() + ")";
    };
  }

  private String name(DeviceId id) {
    return home.device(id).map(Device::name).orElse(id.value());
  }

  private static Map<String, @Nullable Object> change(Transition transition) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>();
    change.put("property", transition.property());
    change.put("from", transition.from().map(value -> value.raw()).orElse(null));
    change.put("to", transition.to().raw());
    return change;
  }
}
