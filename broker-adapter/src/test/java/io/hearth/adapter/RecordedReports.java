package io.hearth.adapter;

import io.hearth.model.DeviceReports;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A house that remembers everything it is told and can be made to refuse, fail or hesitate. */
public final class RecordedReports implements DeviceReports {

  /** What was said of reaching a device. */
  public record Reachability(DeviceId device, Availability availability, String reason) {}

  private final List<StateReport> reports = new CopyOnWriteArrayList<>();
  private final List<Announcement> announcements = new CopyOnWriteArrayList<>();
  private final List<Reachability> reachabilities = new CopyOnWriteArrayList<>();
  private final List<DeviceId> removed = new CopyOnWriteArrayList<>();

  /** Properties said to be too old. */
  public record Outdated(DeviceId device, Set<String> properties) {}

  private final List<Outdated> outdated = new CopyOnWriteArrayList<>();
  private final Map<DeviceId, Reachability> reachability = new ConcurrentHashMap<>();
  private final Map<DeviceId, Map<String, Value>> state = new ConcurrentHashMap<>();
  private volatile Function<StateReport, CompletionStage<Void>> behaviour = report -> done();

  public static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  /** What becomes of state reports from now on; they are remembered all the same. */
  public void behave(Function<StateReport, CompletionStage<Void>> newBehaviour) {
    behaviour = newBehaviour;
  }

  @Override
  public CompletionStage<Void> report(StateReport report) {
    reports.add(report);
    state.merge(
        report.device(),
        report.properties(),
        (before, now) -> {
          Map<String, Value> all = new java.util.LinkedHashMap<>(before);
          all.putAll(now);
          return all;
        });
    return behaviour.apply(report);
  }

  @Override
  public CompletionStage<Void> announce(Announcement announcement) {
    announcements.add(announcement);
    return done();
  }

  @Override
  public CompletionStage<Void> announceAll(Collection<Announcement> all) {
    announcements.addAll(all);
    return done();
  }

  @Override
  public CompletionStage<Void> outdated(DeviceId device, Set<String> properties, Instant at) {
    outdated.add(new Outdated(device, properties));
    return done();
  }

  @Override
  public CompletionStage<Void> availability(
      DeviceId device, Availability availability, String reason, Instant at) {
    Reachability said = new Reachability(device, availability, reason);
    reachabilities.add(said);
    reachability.put(device, said);
    return done();
  }

  @Override
  public CompletionStage<Void> remove(DeviceId device) {
    removed.add(device);
    return done();
  }

  public List<StateReport> reports() {
    return reports;
  }

  public List<StateReport> reports(DeviceId device) {
    return reports.stream().filter(report -> report.device().equals(device)).toList();
  }

  public List<Announcement> announcements() {
    return announcements;
  }

  public List<Reachability> reachabilities(DeviceId device) {
    return reachabilities.stream().filter(said -> said.device().equals(device)).toList();
  }

  public List<Outdated> outdated() {
    return outdated;
  }

  public List<DeviceId> removed() {
    return removed;
  }

  public Availability availability(DeviceId device) {
    return Optional.ofNullable(reachability.get(device))
        .map(Reachability::availability)
        .orElse(Availability.UNKNOWN);
  }

  public String reason(DeviceId device) {
    return Optional.ofNullable(reachability.get(device)).map(Reachability::reason).orElse("");
  }

  public Optional<Value> value(DeviceId device, String property) {
    return Optional.ofNullable(state.get(device)).map(properties -> properties.get(property));
  }
}
