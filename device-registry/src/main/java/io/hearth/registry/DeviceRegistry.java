package io.hearth.registry;

import io.hearth.model.DeviceReports;
import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.model.state.Transition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in one home and the last that each device said, kept on disk.
 *
 * <p>What devices say holds at once and is published at once; the stage returned completes when it
 * is on disk, on a thread that must not be blocked. A device of the home file is what the file says
 * it is; other devices are what they announce. Thread-safe.
 */
public final class DeviceRegistry implements DeviceReports, AutoCloseable {

  /** Why a device of an earlier run may be gone. */
  public static final String NOT_DESCRIBED = "nothing has described it since Hearth started";

  private static final Logger LOGGER = LoggerFactory.getLogger(DeviceRegistry.class);

  private final HomeEvents events;
  private final InstantSource clock;
  private final RegistryDatabase database;
  private final WriteQueue queue;
  private final ReentrantLock lock = new ReentrantLock();
  private final EarlyReports early = new EarlyReports();
  private final AtomicLong reports = new AtomicLong();
  private final AtomicLong refusedReports = new AtomicLong();
  private final AtomicLong refusedAnnouncements = new AtomicLong();
  private volatile Truth truth;

  // Guarded by lock.
  private Newcomers newcomers;
  private final Map<DeviceId, Announcement> unfit = new LinkedHashMap<>();

  private DeviceRegistry(
      RegistryDatabase database,
      Newcomers newcomers,
      Truth truth,
      HomeEvents events,
      InstantSource clock) {
    this.database = database;
    this.newcomers = newcomers;
    this.truth = truth;
    this.events = events;
    this.clock = clock;
    queue = new WriteQueue(database, device -> this.truth.row(device));
  }

  /**
   * Opens the registry of a home: what its file describes, the devices announced earlier, and the
   * last state of all of them, marked stale.
   *
   * @throws RegistryUnavailableException when the database cannot be used
   */
  public static DeviceRegistry open(
      RegistryConfig config,
      Catalogue catalogue,
      DescribedHome described,
      HomeEvents events,
      InstantSource clock) {
    RegistryDatabase database = RegistryDatabase.open(config, described.home().id());
    Newcomers newcomers = new Newcomers(new DeviceAssembler(catalogue));
    Map<DeviceId, Row> rows = database.load();
    Truth truth = withAnnounced(Truth.of(described), rows, newcomers).withKept(rows);
    DeviceRegistry registry = new DeviceRegistry(database, newcomers, truth, events, clock);
    registry.queue.start();
    LOGGER
        .atInfo()
        .addKeyValue("home", described.home().id())
        .addKeyValue("devices", truth.home().devices().size())
        .addKeyValue("kept", rows.size())
        .log("registry opened");
    return registry;
  }

  private static Truth withAnnounced(Truth truth, Map<DeviceId, Row> rows, Newcomers newcomers) {
    List<Truth.Newcomer> kept = new ArrayList<>();
    for (Row row : rows.values()) {
      boolean described = truth.home().device(row.device()).isPresent();
      if (row.announced().isEmpty() || described) {
        continue;
      }
      Announced announced = row.announced().get();
      try {
        Device device = newcomers.device(announced.announcement(), truth.home());
        kept.add(new Truth.Newcomer(device, announced));
      } catch (IllegalArgumentException e) {
        LOGGER
            .atWarn()
            .addKeyValue("deviceId", row.device())
            .addKeyValue("reason", e.getMessage())
            .log("device announced earlier does not fit any more and is left out");
      }
    }
    return truth.with(kept);
  }

  /** The home as it is now. */
  public Home home() {
    return truth.home();
  }

  /** What is believed of each device now; an immutable map. */
  public Map<DeviceId, DeviceState> states() {
    return truth.states();
  }

  /** What is believed of one device now. */
  public DeviceState state(DeviceId device) {
    return truth.state(device);
  }

  public RegistryCounts counts() {
    return new RegistryCounts(
        reports.get(), refusedReports.get(), refusedAnnouncements.get(), queue.commits());
  }

  @Override
  public CompletionStage<Void> report(StateReport report) {
    lock.lock();
    try {
      Optional<Device> device = truth.home().device(report.device());
      if (device.isEmpty()) {
        early.add(report);
        refusedReports.incrementAndGet();
        return unknown(report.device());
      }
      return apply(report, device.get());
    } finally {
      lock.unlock();
    }
  }

  private CompletionStage<Void> apply(StateReport report, Device device) {
    ReportCheck check = ReportCheck.of(report, device);
    Optional<IllegalArgumentException> refusal = check.refusal();
    refusal.ifPresent(e -> {
      refusedReports.incrementAndGet();
      LOGGER
          .atWarn()
          .addKeyValue("deviceId", device.id())
          .addKeyValue("reason", e.getMessage())
          .log("device reported what cannot be");
    });
    if (check.report().properties().isEmpty() && refusal.isPresent()) {
      return CompletableFuture.failedFuture(refusal.get());
    }
    reports.incrementAndGet();
    believe(check);
    CompletionStage<Void> kept = queue.changed(device.id());
    return refusal.isEmpty()
        ? kept
        : kept.thenCompose(nothing -> CompletableFuture.failedFuture(refusal.get()));
  }

  private void believe(ReportCheck check) {
    StateReport report = check.report();
    DeviceState before = check.believable(truth.state(report.device()));
    DeviceState after = before.after(report);
    if (report.source() == Source.REPORTED && before.availability() != Availability.ONLINE) {
      after = after.with(Availability.ONLINE, report.receivedAt());
    }
    truth = truth.with(after);
    if (!after.properties().equals(before.properties())) {
      events.publish(
          new HomeEvent.StateChanged(
              home().id(), after, transitions(before, after), report.receivedAt()));
    }
    if (after.availability() != before.availability()) {
      publishAvailability(after, "it reported");
    }
  }

  private static List<Transition> transitions(DeviceState before, DeviceState after) {
    List<Transition> transitions = new ArrayList<>();
    after
        .properties()
        .forEach((name, property) -> {
          Optional<PropertyState> old = before.property(name);
          if (old.isEmpty() || !old.get().value().equals(property.value())) {
            transitions.add(
                new Transition(
                    after.device(),
                    name,
                    old.map(PropertyState::value),
                    property.value(),
                    property.since()));
          }
        });
    return transitions;
  }

  private void publishAvailability(DeviceState state, String reason) {
    events.publish(
        new HomeEvent.AvailabilityChanged(
            home().id(), state.device(), state.availability(), reason, state.availabilitySince()));
  }

  @Override
  public CompletionStage<Void> announce(Announcement announcement) {
    return announceAll(List.of(announcement));
  }

  @Override
  public CompletionStage<Void> announceAll(Collection<Announcement> announcements) {
    Refusals refusals = new Refusals();
    CompletionStage<Void> kept;
    lock.lock();
    try {
      List<Truth.Newcomer> understood = understood(announcements, refusals);
      welcome(understood.stream().filter(one -> !truth.isOfFile(one.device().id())).toList());
      kept =
          understood.isEmpty()
              ? CompletableFuture.completedFuture(null)
              : queue.changed(understood.stream().map(one -> one.device().id()).toList());
    } finally {
      lock.unlock();
    }
    return refusals.after(kept);
  }

  private List<Truth.Newcomer> understood(
      Collection<Announcement> announcements, Refusals refusals) {
    List<Truth.Newcomer> understood = new ArrayList<>();
    for (Announcement announcement : announcements) {
      try {
        Device device = newcomers.device(announcement, truth.home());
        understood.add(new Truth.Newcomer(device, new Announced(announcement, false)));
      } catch (IllegalArgumentException e) {
        refusals.add(e);
        refusedAnnouncements.incrementAndGet();
        LOGGER
            .atWarn()
            .addKeyValue("deviceId", announcement.device())
            .addKeyValue("reason", e.getMessage())
            .log("device announced what cannot be");
      }
    }
    return understood;
  }

  @Override
  public CompletionStage<Void> outdated(DeviceId device, Set<String> properties, Instant at) {
    lock.lock();
    try {
      if (truth.home().device(device).isEmpty()) {
        return unknown(device);
      }
      DeviceState before = truth.state(device);
      DeviceState after = before.asStale(properties);
      if (!after.equals(before)) {
        truth = truth.with(after);
        events.publish(new HomeEvent.StateChanged(home().id(), after, List.of(), at));
      }
      return queue.changed(device);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Understands devices by another catalogue from now on. Those of a type that changed are
   * described anew; those whose type is gone leave, and come back with it. Devices of the home file
   * stay as they were when their type is gone.
   *
   * @param described the home file's devices by that catalogue
   */
  public CompletionStage<Void> exchange(Catalogue catalogue, Home described) {
    lock.lock();
    try {
      newcomers = new Newcomers(new DeviceAssembler(catalogue));
      Map<DeviceId, Announcement> all = new LinkedHashMap<>(unfit);
      truth.announced().forEach((id, announced) -> all.put(id, announced.announcement()));
      unfit.clear();
      List<Truth.Newcomer> fitting = new ArrayList<>();
      all.values().forEach(announcement -> sort(announcement, fitting));
      List<Device> ofFile =
          described.devices().stream()
              .filter(device -> truth.isOfFile(device.id()) && !truth.isKnown(device))
              .toList();
      truth = truth.described(ofFile);
      if (!ofFile.isEmpty()) {
        events.publish(new HomeEvent.DevicesDescribed(home().id(), ofFile, clock.instant()));
      }
      welcome(fitting);
      unfit.keySet().forEach(this::dismiss);
      return queue.changed(List.copyOf(all.keySet()));
    } finally {
      lock.unlock();
    }
  }

  private void sort(Announcement announcement, List<Truth.Newcomer> fitting) {
    try {
      Device device = newcomers.device(announcement, truth.home());
      fitting.add(new Truth.Newcomer(device, announced(announcement)));
    } catch (IllegalArgumentException e) {
      unfit.put(announcement.device(), announcement);
    }
  }

  private Announced announced(Announcement announcement) {
    Announced known = truth.announced().get(announcement.device());
    return known == null ? new Announced(announcement, true) : known;
  }

  private void dismiss(DeviceId device) {
    if (truth.announced().containsKey(device)) {
      truth = truth.without(device);
      events.publish(new HomeEvent.DeviceRemoved(home().id(), device, clock.instant()));
    }
  }

  private void welcome(List<Truth.Newcomer> understood) {
    List<Device> unknown =
        understood.stream()
            .map(Truth.Newcomer::device)
            .filter(device -> !truth.isKnown(device))
            .toList();
    truth = truth.with(understood);
    if (unknown.isEmpty()) {
      return;
    }
    events.publish(new HomeEvent.DevicesDescribed(home().id(), unknown, clock.instant()));
    for (Device device : unknown) {
      EarlyReports.Waiting waiting = early.take(device.id());
      waiting.reports().forEach(report -> apply(report, device));
      waiting.reachability().ifPresent(word -> become(device.id(), word));
    }
  }

  @Override
  public CompletionStage<Void> availability(
      DeviceId device, Availability availability, String reason, Instant at) {
    EarlyReports.Reachability word = new EarlyReports.Reachability(availability, reason, at);
    lock.lock();
    try {
      if (truth.home().device(device).isEmpty()) {
        early.add(device, word);
        return unknown(device);
      }
      become(device, word);
      return queue.changed(device);
    } finally {
      lock.unlock();
    }
  }

  private void become(DeviceId device, EarlyReports.Reachability word) {
    DeviceState before = truth.state(device);
    DeviceState after = before.with(word.availability(), word.at());
    if (after.availability() != before.availability()) {
      truth = truth.with(after);
      publishAvailability(after, word.reason());
    }
  }

  /**
   * Forgets an announced device. A device of the home file stays and becomes unreachable: the file
   * says that it belongs to the home.
   */
  @Override
  public CompletionStage<Void> remove(DeviceId device) {
    lock.lock();
    try {
      early.take(device);
      unfit.remove(device);
      if (truth.announced().containsKey(device)) {
        truth = truth.without(device);
        events.publish(new HomeEvent.DeviceRemoved(home().id(), device, clock.instant()));
      } else if (truth.home().device(device).isPresent()) {
        become(
            device,
            new EarlyReports.Reachability(
                Availability.OFFLINE, "it said that it leaves", clock.instant()));
      }
      return queue.changed(device);
    } finally {
      lock.unlock();
    }
  }

  /** Whether a device is known from an earlier run and nothing has described it since. */
  public boolean isUndescribed(DeviceId device) {
    Announced announced = truth.announced().get(device);
    return announced != null && announced.kept();
  }

  /**
   * Takes devices that nothing has described since an earlier run for unreachable; to be called
   * when whoever describes devices has had time to. What they say makes them reachable again.
   */
  public void giveUpUndescribed() {
    lock.lock();
    try {
      for (Map.Entry<DeviceId, Announced> entry : truth.announced().entrySet()) {
        DeviceId device = entry.getKey();
        if (entry.getValue().kept() && truth.state(device).availability() == Availability.UNKNOWN) {
          become(
              device,
              new EarlyReports.Reachability(Availability.OFFLINE, NOT_DESCRIBED, clock.instant()));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets a device of an earlier run that nothing describes any more.
   *
   * @throws IllegalArgumentException saying why it stays
   */
  public CompletionStage<Void> forget(DeviceId device) {
    lock.lock();
    try {
      if (truth.isOfFile(device)) {
        throw new IllegalArgumentException(
            "device '" + device + "' is in the home file; take it out there");
      }
      if (truth.home().device(device).isPresent() && !isUndescribed(device)) {
        throw new IllegalArgumentException(
            "device '" + device + "' describes itself and would come back at once; end that first");
      }
      return remove(device);
    } finally {
      lock.unlock();
    }
  }

  private static CompletionStage<Void> unknown(DeviceId device) {
    return CompletableFuture.failedFuture(
        new IllegalArgumentException("no device '" + device + "' in the home"));
  }

  /** Writes what is not yet written and lets go of the database. */
  @Override
  public void close() {
    queue.close();
    database.close();
  }
}
