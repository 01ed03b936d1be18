package io.hearth.adapter.wire;

import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each device was last heard and whether it can be reached there; thread-safe. */
public final class Routes {

  /**
   * The way to a device.
   *
   * @param link the name of the link it was last heard on
   * @param reason how its availability is known
   */
  public record Route(String link, Availability availability, String reason) {}

  /**
   * What a device has said in this run, live.
   *
   * @param reports how many times it told its state
   * @param last when it last did
   */
  public record Reported(long reports, Instant last) {}

  private final Map<DeviceId, Route> routes = new ConcurrentHashMap<>();
  private final Map<DeviceId, Reported> reported = new ConcurrentHashMap<>();

  public Optional<Route> to(DeviceId device) {
    return Optional.ofNullable(routes.get(device));
  }

  /** The devices last heard on a link whose availability is not the given one. */
  public List<DeviceId> on(String link, Availability unless) {
    return routes.entrySet().stream()
        .filter(entry -> entry.getValue().link().equals(link))
        .filter(entry -> entry.getValue().availability() != unless)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** A device was heard on a link, which says nothing yet about reaching it. */
  void heard(DeviceId device, String link) {
    routes.compute(
        device,
        (id, known) ->
            known != null && known.link().equals(link)
                ? known
                : new Route(link, Availability.UNKNOWN, "it was heard"));
  }

  /**
   * What a link says about reaching a device.
   *
   * @return false when it means nothing, because the device is reached on another link
   */
  boolean availability(DeviceId device, String link, Availability availability, String reason) {
    Route next = new Route(link, availability, reason);
    return routes
        .merge(
            device,
            next,
            (known, said) ->
                availability != Availability.ONLINE
                        && !known.link().equals(link)
                        && known.availability() == Availability.ONLINE
                    ? known
                    : said)
        .equals(next);
  }

  /** A device told its state. */
  void reported(DeviceId device, Instant at) {
    reported.merge(
        device, new Reported(1, at), (known, one) -> new Reported(known.reports() + 1, at));
  }

  /** What a device has said in this run; empty when nothing. */
  public Optional<Reported> reported(DeviceId device) {
    return Optional.ofNullable(reported.get(device));
  }

  void remove(DeviceId device) {
    routes.remove(device);
    reported.remove(device);
  }
}
