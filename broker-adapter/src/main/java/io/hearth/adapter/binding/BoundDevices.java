package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.KeptCommands;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.Problems;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All devices that are described by a binding: brings what they say to the house and tells them
 * what to do, whatever their convention. A flood of descriptions costs one announcement for each
 * device. Thread-safe; messages of one place must come one after the other.
 */
public final class BoundDevices implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(BoundDevices.class);

  /** Descriptions that come within this time are one change. */
  private static final Duration GATHERING = Duration.ofMillis(25);

  /** How long a question to a device is worth something. */
  private static final Duration ASKING = Duration.ofSeconds(10);

  /** How long a command may usually wait for a device that sleeps. */
  public static final Duration KEPT = Duration.ofMinutes(10);

  private static final Duration SWEEP = Duration.ofMillis(500);

  private final List<Convention> conventions;
  private final List<String> ranking;
  private final DeviceFacts facts;
  private final Problems problems;
  private final LinkMetrics metrics;
  private volatile TopicFilters<Owner> filters;
  private volatile Set<String> repliesAt;
  private final LinkThread thread = new LinkThread("hearth-bindings");
  private final Transports transports = new Transports();
  private final Sending sending;
  private final Lapses lapses = new Lapses();
  private final KeptCommands forSleepers;
  private final Map<DeviceId, BoundDevice> bound = new ConcurrentHashMap<>();
  private final Map<Address, List<BoundDevice>> listeners = new ConcurrentHashMap<>();

  // Guarded by this.
  private final BindingTable table = new BindingTable();
  private final Map<DeviceId, Set<Integer>> changed = new LinkedHashMap<>();
  private final Unclaimed unclaimed = new Unclaimed();

  private boolean settling;

  /** A convention's filter. */
  private record Owner(int rank, Convention convention, Convention.Filter filter) {}

  /**
   * @param conventions over MQTT
   * @param ranking all names of conventions, those included that bind their devices themselves,
   *     most preferred first
   * @param replyTopic where answers over MQTT are heard
   */
  public BoundDevices(
      List<Convention> conventions,
      List<String> ranking,
      String replyTopic,
      DeviceFacts facts,
      Problems problems,
      LinkMetrics metrics) {
    this(
        conventions,
        ranking,
        replyTopic,
        facts,
        problems,
        metrics,
        new KeptCommands(KEPT, facts, InstantSource.system()));
  }

  /**
   * As above.
   *
   * @param forSleepers keeps commands for devices that sleep
   */
  public BoundDevices(
      List<Convention> conventions,
      List<String> ranking,
      String replyTopic,
      DeviceFacts facts,
      Problems problems,
      LinkMetrics metrics,
      KeptCommands forSleepers) {
    this.forSleepers = forSleepers;
    this.conventions = List.copyOf(conventions);
    this.ranking = List.copyOf(ranking);
    this.facts = facts;
    this.sending = new Sending(transports, facts, replyTopic);
    this.problems = problems;
    this.metrics = metrics;
    filters = ownedFilters();
    repliesAt = replyFilters();
    thread.schedule(this::sweep, SWEEP);
  }

  private TopicFilters<Owner> ownedFilters() {
    TopicFilters<Owner> all = new TopicFilters<>();
    for (Convention convention : conventions) {
      for (Convention.Filter filter : convention.filters()) {
        all.add(filter.filter(), new Owner(rank(convention.name()), convention, filter));
      }
    }
    return all;
  }

  private Set<String> replyFilters() {
    return filters().stream()
        .filter(Convention.Filter::reply)
        .map(Convention.Filter::filter)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Lets a convention change while it is in use: it may listen by other filters and describe
   * devices differently afterwards.
   *
   * @param change done while nobody asks the convention anything; gives the devices concerned
   */
  public synchronized void change(Convention convention, Supplier<Set<DeviceId>> change) {
    List<Convention.Filter> before = convention.filters();
    concern(convention, change.get());
    List<Convention.Filter> more =
        convention.filters().stream().filter(filter -> !before.contains(filter)).toList();
    filters = ownedFilters();
    repliesAt = replyFilters();
    transports.listen(more);
  }

  /** Lets the conventions know what a CoAP server has. */
  public synchronized void listed(Listing listing) {
    conventions.forEach(convention -> concern(convention, convention.listed(listing)));
  }

  /** Lets the conventions know that a CoAP server is gone. */
  public synchronized void unlisted(String peer) {
    conventions.forEach(convention -> convention.unlisted(peer));
  }

  /** The devices of which something is said at an address. */
  public List<DeviceId> heardAt(Address address) {
    return listeners.getOrDefault(address, List.of()).stream()
        .map(device -> device.binding().device())
        .toList();
  }

  private void concern(Convention convention, Set<DeviceId> concerned) {
    int index = conventions.indexOf(convention);
    concerned.forEach(
        device -> changed.computeIfAbsent(device, id -> new LinkedHashSet<>()).add(index));
    if (!concerned.isEmpty() && !settling) {
      settling = true;
      thread.schedule(this::settle, GATHERING);
    }
  }

  /** A way to addresses; to be told of before anything arrives. */
  public void carriedBy(Transport transport) {
    transports.add(transport);
  }

  /** What to subscribe to, besides what transports are told to watch. */
  public List<Convention.Filter> filters() {
    return conventions.stream().flatMap(convention -> convention.filters().stream()).toList();
  }

  /** What to send when the broker was reached. */
  public List<Outgoing> hello() {
    synchronized (this) {
      return conventions.stream().flatMap(convention -> convention.hello().stream()).toList();
    }
  }

  /** What the broker shall send when we are gone. */
  public Optional<Outgoing> farewell() {
    return conventions.stream().flatMap(convention -> convention.farewell().stream()).findFirst();
  }

  /** Whether a message may be as large as a description of many devices. */
  public boolean isDescription(String topic) {
    return filters.matching(topic).stream().anyMatch(owner -> owner.filter().qos() == 0);
  }

  /** Whether a message by that topic comes by a filter for what is said once. */
  public boolean isReported(String topic) {
    return filters.matching(topic).stream().anyMatch(owner -> owner.filter().qos() > 0);
  }

  /** Takes a message; the stage never fails, and the message may be acknowledged after it. */
  public CompletionStage<Void> arrived(Message message) {
    try {
      boolean report =
          message.from() instanceof Address.Mqtt(String topic) && learn(topic, message);
      List<BoundDevice> devices = listeners.get(message.from());
      if (devices != null) {
        return heard(message, devices);
      }
      return report ? unclaimed(message) : done();
    } catch (MalformedPayloadException malformed) {
      malformed(Optional.empty(), message, String.valueOf(malformed.getMessage()));
    } catch (RuntimeException unforeseen) {
      malformed(Optional.empty(), message, unforeseen.toString());
    }
    return done();
  }

  /**
   * What a device says that was told something, ahead of what is on its way to {@link #arrived}: it
   * confirms commands and is believed only when it has arrived.
   */
  public void overheard(Message message) {
    filters.matching(message.place()).stream()
        .filter(owner -> owner.filter().reply())
        .forEach(owner -> overheard(message, owner));
    for (BoundDevice device : listeners.getOrDefault(message.from(), List.of())) {
      for (StateSource source : device.binding().states()) {
        if (source.at().equals(message.from())) {
          overheard(message, device, source);
        }
      }
    }
  }

  private void overheard(Message message, Owner owner) {
    try {
      synchronized (this) {
        owner.convention().learn(message, new Learning(owner, message, true));
      }
    } catch (MalformedPayloadException | RuntimeException again) {
      LOGGER.atDebug().setCause(again).log("to be counted when it arrives");
    }
  }

  private void overheard(Message message, BoundDevice device, StateSource source) {
    try {
      sending.reported(
          device.binding().device(), source.decoder().decode(message.payload()).properties());
    } catch (MalformedPayloadException | RuntimeException again) {
      LOGGER.atDebug().setCause(again).log("to be counted when it arrives");
    }
  }

  /**
   * A convention that finds its devices by itself describes one.
   *
   * @param convention a name of the ranking
   */
  public synchronized void bind(String convention, DeviceBinding binding) {
    settle(offered(convention, binding.device(), Optional.of(binding)));
  }

  /** A convention that finds its devices by itself does not know one any more. */
  public synchronized void unbind(String convention, DeviceId device) {
    settle(offered(convention, device, Optional.empty()));
  }

  /** Whether a device is bound, or can be spoken to all the same. */
  public boolean isBound(DeviceId device) {
    return bound.containsKey(device);
  }

  /** The binding that holds for a device. */
  public Optional<DeviceBinding> binding(DeviceId device) {
    return Optional.ofNullable(bound.get(device)).map(BoundDevice::binding);
  }

  /** The convention by which a device is bound. */
  public synchronized Optional<String> convention(DeviceId device) {
    return isBound(device) ? table.rank(device).map(ranking::get) : Optional.empty();
  }

  /** How many devices are bound. */
  public int size() {
    return bound.size();
  }

  /**
   * Sends a command once; never blocks.
   *
   * @return fails with a {@link java.util.concurrent.TimeoutException} when nothing came back
   */
  public CompletableFuture<Answer> send(Command command, String correlation, Duration within) {
    Optional<DeviceBinding> binding = binding(command.device()).or(() -> presumed(command));
    Optional<CommandBinding> found = binding.flatMap(known -> known.command(command.action()));
    if (found.isEmpty()) {
      return CompletableFuture.completedFuture(
          binding.isPresent()
              ? new Answer.Rejected("it cannot be told to " + command.action())
              : new Answer.Undeliverable("nothing is known of how to reach it"));
    }
    Set<String> confirmed =
        switch (found.get().confirmation()) {
          case Confirmation.ByReply reply -> repliesAt;
          case Confirmation.ByReport report -> topics(binding.get());
          case Confirmation.Never never -> Set.of();
        };
    return sending.send(found.get(), confirmed, command, correlation, within);
  }

  private static Set<String> topics(DeviceBinding binding) {
    return binding.states().stream()
        .map(StateSource::at)
        .filter(Address.Mqtt.class::isInstance)
        .map(Address::toString)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * As {@link #send}; a command for a device that sleeps and may wait is kept until it wakes up, as
   * long as it may wait.
   */
  public CompletableFuture<Answer> sendOrKeep(
      Command command, String correlation, Duration within) {
    BoundDevice device = bound.get(command.device());
    if (device != null && device.isAsleep()) {
      return CompletableFuture.completedFuture(keep(command, correlation, within));
    }
    forSleepers.overtaken(command.device().value(), command);
    CompletableFuture<Answer> sent = send(command, correlation, within);
    return device == null || !device.mayBeAsleep()
        ? sent
        : sent.exceptionallyCompose(failure ->
            isTimeout(failure) && facts.mayWait(command.device(), command.action())
                ? CompletableFuture.completedFuture(keep(command, correlation, within))
                : CompletableFuture.failedFuture(failure));
  }

  private Answer keep(Command command, String correlation, Duration within) {
    return forSleepers.keep(
        command.device().value(), command, () -> send(command, correlation, within));
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof CompletionException
            && failure.getCause() instanceof TimeoutException);
  }

  /** Whether a device said that it sleeps. */
  public boolean isAsleep(DeviceId device) {
    BoundDevice found = bound.get(device);
    return found != null && found.isAsleep();
  }

  private synchronized Optional<DeviceBinding> presumed(Command command) {
    return conventions.stream()
        .flatMap(convention -> convention.presume(command.device()).stream())
        .findFirst();
  }

  /** Lets the conventions learn; true when a device spoke by a filter for what is said once. */
  private boolean learn(String topic, Message message) throws MalformedPayloadException {
    List<Owner> owners = filters.matching(topic);
    boolean report = false;
    Convention last = null;
    for (Owner owner : owners) {
      report |= owner.filter().qos() > 0;
      if (!owner.convention().equals(last)) {
        last = owner.convention();
        synchronized (this) {
          last.learn(message, new Learning(owner, message, false));
        }
      }
    }
    return report;
  }

  private synchronized CompletionStage<Void> unclaimed(Message message) {
    List<BoundDevice> meanwhile = listeners.get(message.from());
    return meanwhile != null
        ? heard(message, meanwhile)
        : changed.isEmpty() ? done() : unclaimed.add(message);
  }

  /** Takes note of what a convention learned; what follows from it comes a little later, once. */
  private final class Learning implements Convention.Learned {

    private final Owner owner;
    private final Message message;
    private final boolean overheard;

    Learning(Owner owner, Message message, boolean overheard) {
      this.overheard = overheard;
      this.owner = owner;
      this.message = message;
    }

    @Override
    public void changed(DeviceId device) {
      changed
          .computeIfAbsent(device, id -> new LinkedHashSet<>())
          .add(conventions.indexOf(owner.convention()));
      if (!settling) {
        settling = true;
        thread.schedule(BoundDevices.this::settle, GATHERING);
      }
    }

    @Override
    public void reply(String correlation, Answer answer) {
      if (overheard) {
        sending.overheard(correlation, answer); // counted when it arrives
        return;
      }
      metrics.count(
          sending.answered(correlation, answer)
              ? LinkMetrics.Fate.ACCEPTED
              : LinkMetrics.Fate.LATE);
    }

    @Override
    public void send(Outgoing outgoing) {
      transports
          .to(outgoing.to())
          .ifPresent(way -> {
            var unused = way.send(outgoing, "", ASKING);
          });
    }

    @Override
    public void problem(Optional<DeviceId> device, String reason) {
      problems.note(
          owner.convention().name(), device, message.place(), reason, message.payload().head());
    }
  }

  /** Asks the conventions for what they learned of, and lives by it from now on. */
  private synchronized void settle() {
    settling = false;
    Map<DeviceId, Set<Integer>> all = new LinkedHashMap<>(changed);
    changed.clear();
    Set<DeviceId> concerned = new LinkedHashSet<>();
    all.forEach((device, by) ->
        by.forEach(index -> concerned.addAll(described(conventions.get(index), device))));
    settle(concerned);
  }

  private Set<DeviceId> described(Convention convention, DeviceId device) {
    try {
      return offered(convention.name(), device, convention.describe(device));
    } catch (RuntimeException unforeseen) {
      problems.note(
          convention.name(), Optional.of(device), device.value(), unforeseen.toString(), "");
      return Set.of();
    }
  }

  /** Nobody speaks for a device that another convention has, unless it is the same hardware. */
  private Set<DeviceId> offered(
      String convention, DeviceId device, Optional<DeviceBinding> description) {
    int rank = rank(convention);
    Optional<Integer> stranger =
        rank == 0 // what the owner of the home wrote
            ? Optional.empty()
            : description.flatMap(
                offered -> table.strangerHolding(device, rank, offered.identities()));
    if (stranger.isPresent()) {
      problems.note(
          convention,
          Optional.of(device),
          device.value(),
          "takeover refused: this device speaks " + ranking.get(stranger.get()),
          "");
      return Set.of();
    }
    return table.offer(rank, device, description);
  }

  private void settle(Set<DeviceId> concerned) {
    Map<Inbox, List<Announcement>> announced = new LinkedHashMap<>();
    Map<Transport, Set<Address>> watched = new LinkedHashMap<>();
    for (DeviceId device : concerned) {
      Optional<DeviceBinding> next = table.holding(device);
      BoundDevice before = bound.get(device);
      if (next.isEmpty()) {
        if (before != null) {
          release(before);
        }
        continue;
      }
      if (before != null && before.binding().equals(next.get())) {
        continue;
      }
      hold(next.get(), before, announced, watched);
    }
    announced.forEach((inbox, all) -> {
      var unused = inbox.descriptions(all);
    });
    watched.forEach(Transport::watch);
    watched.values().forEach(addresses -> addresses.forEach(this::claim));
  }

  private void hold(
      DeviceBinding binding,
      @Nullable BoundDevice before,
      Map<Inbox, List<Announcement>> announced,
      Map<Transport, Set<Address>> watched) {
    if (before != null) {
      deafen(before, binding.addresses());
    }
    BoundDevice device = new BoundDevice(binding, before);
    bound.put(binding.device(), device);
    for (Address address : binding.addresses()) {
      listeners.merge(address, List.of(device), BoundDevices::joined);
      transports
          .to(address)
          .ifPresent(
              way -> watched.computeIfAbsent(way, key -> new LinkedHashSet<>()).add(address));
    }
    boolean same = before != null && before.binding().announcement().equals(binding.announcement());
    if (!same) {
      binding
          .announcement()
          .ifPresent(said ->
              announced
                  .computeIfAbsent(transports.inbox(binding), key -> new ArrayList<>())
                  .add(said));
    }
  }

  private void release(BoundDevice device) {
    deafen(device, Set.of());
    DeviceId id = device.binding().device();
    bound.remove(id);
    lapses.forget(id);
    forSleepers.gone(id.value());
    var unused = transports.inbox(device.binding()).left(id);
  }

  private void deafen(BoundDevice device, Set<Address> still) {
    Map<Transport, Set<Address>> unheard = new LinkedHashMap<>();
    for (Address address : device.binding().addresses()) {
      List<BoundDevice> left =
          listeners.computeIfPresent(
              address,
              (at, all) -> {
                List<BoundDevice> others = all.stream().filter(one -> one != device).toList();
                return others.isEmpty() ? null : others;
              });
      if (left == null && !still.contains(address)) {
        transports
            .to(address)
            .ifPresent(
                way -> unheard.computeIfAbsent(way, key -> new LinkedHashSet<>()).add(address));
      }
    }
    unheard.forEach(Transport::unwatch);
  }

  private static List<BoundDevice> joined(List<BoundDevice> some, List<BoundDevice> more) {
    List<BoundDevice> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** Gives a device what it said before it was bound. */
  private void claim(Address address) {
    if (unclaimed.isEmpty()) {
      return;
    }
    unclaimed
        .take(address)
        .ifPresent(waiting -> {
          List<BoundDevice> devices = listeners.getOrDefault(address, List.of());
          heard(waiting.message(), devices)
              .whenComplete((kept, never) -> waiting.done().complete(null));
        });
  }

  private CompletionStage<Void> heard(Message message, List<BoundDevice> devices) {
    if (devices.size() == 1) {
      return heard(message, devices.getFirst());
    }
    return CompletableFuture.allOf(
        devices.stream()
            .map(device -> heard(message, device).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  private CompletionStage<Void> heard(Message message, BoundDevice device) {
    CompletionStage<Void> reached = availability(message, device);
    if (message.payload().isEmpty() && message.from() instanceof Address.Mqtt) {
      return reached; // a cleared topic
    }
    boolean awake = isAwake(message, device);
    SaidState said = said(message, device);
    DeviceId id = device.binding().device();
    if (said.properties().isEmpty()) {
      if (awake) {
        forSleepers.awake(id.value());
      }
      return reached;
    }
    CompletionStage<Void> kept =
        transports
            .inbox(message.from())
            .state(id, said, message.retained() ? Source.RETAINED : Source.REPORTED);
    if (!message.retained()) {
      sending.reported(id, said.properties());
    }
    if (awake || !message.retained()) {
      forSleepers.awake(id.value());
    }
    return reached.thenCombine(kept, (one, other) -> null);
  }

  /** Whether it says by this message that it sleeps no more, and it can be reached. */
  private boolean isAwake(Message message, BoundDevice device) {
    Optional<AvailabilityRule.Probe> told = device.binding().sleep().flatMap(Sleep::told);
    if (told.filter(probe -> probe.at().equals(message.from())).isEmpty()) {
      return false;
    }
    Optional<Boolean> awake = read(told.get(), message, device);
    awake.ifPresent(now -> device.sleeps(!now));
    return awake.orElse(false) && device.availability() != Availability.OFFLINE;
  }

  private CompletionStage<Void> availability(Message message, BoundDevice device) {
    boolean said = false;
    for (AvailabilityRule rule : device.binding().availability()) {
      for (AvailabilityRule.Probe probe : rule.probes()) {
        said |= probe.at().equals(message.from()) && asked(probe, message, device);
      }
    }
    if (!said) {
      return done();
    }
    Availability availability = device.availability();
    return availability == Availability.UNKNOWN
        ? done()
        : transports
            .inbox(message.from())
            .availability(
                device.binding().device(),
                availability,
                availability == Availability.ONLINE
                    ? "it said online"
                    : "it said offline, or its last will");
  }

  private boolean asked(AvailabilityRule.Probe probe, Message message, BoundDevice device) {
    if (message.payload().isEmpty()) {
      return false;
    }
    Optional<Boolean> there = read(probe, message, device);
    there.ifPresent(isThere -> device.note(probe.at(), isThere));
    return there.isPresent();
  }

  private Optional<Boolean> read(
      AvailabilityRule.Probe probe, Message message, BoundDevice device) {
    try {
      return probe.reader().isThere(message.payload());
    } catch (MalformedPayloadException malformed) {
      malformed(
          Optional.of(device.binding().device()), message, String.valueOf(malformed.getMessage()));
    } catch (RuntimeException unforeseen) {
      malformed(Optional.of(device.binding().device()), message, unforeseen.toString());
    }
    return Optional.empty();
  }

  /**
   * What all sources at that place make of it; one that cannot read it does not spoil the others.
   */
  private SaidState said(Message message, BoundDevice device) {
    SaidState all = Decoder.NOTHING;
    for (StateSource source : device.binding().states()) {
      if (source.at().equals(message.from())) {
        SaidState one = said(message, device, source);
        all = all.properties().isEmpty() ? one : joined(all, one);
      }
    }
    return all;
  }

  private SaidState said(Message message, BoundDevice device, StateSource source) {
    DeviceId id = device.binding().device();
    try {
      SaidState said = source.decoder().decode(message.payload());
      if (!said.properties().isEmpty()) {
        lapses.heard(id, source);
      }
      return said;
    } catch (MalformedPayloadException malformed) {
      malformed(Optional.of(id), message, String.valueOf(malformed.getMessage()));
    } catch (RuntimeException unforeseen) {
      malformed(Optional.of(id), message, unforeseen.toString());
    }
    return Decoder.NOTHING;
  }

  private static SaidState joined(SaidState some, SaidState more) {
    if (more.properties().isEmpty()) {
      return some;
    }
    Map<String, Value> properties = new LinkedHashMap<>(some.properties());
    properties.putAll(more.properties());
    return new SaidState(properties, some.at().or(more::at));
  }

  private void sweep() {
    lapses.sweep(this::lapsed);
    thread.schedule(this::sweep, SWEEP);
  }

  private void lapsed(DeviceId device, StateSource source) {
    Map<String, Value> then = source.lapse().orElseThrow().then();
    Inbox inbox = transports.inbox(source.at());
    var unused =
        then.isEmpty()
            ? inbox.outdated(device, source.properties())
            : inbox.state(device, new SaidState(then, Optional.empty()), Source.ASSUMED);
  }

  private void malformed(Optional<DeviceId> device, Message message, String reason) {
    transports
        .inbox(message.from())
        .malformed(device, message.place(), reason, message.payload().head());
  }

  private int rank(String convention) {
    int rank = ranking.indexOf(convention);
    if (rank < 0) {
      throw new IllegalArgumentException("no convention " + convention + " among " + ranking);
    }
    return rank;
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  /** Waits for nothing any more. */
  @Override
  public void close() {
    thread.close(() -> {});
  }
}
