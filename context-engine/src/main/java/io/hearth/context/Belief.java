package io.hearth.context;

import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How old and new sayings about one device are weighed: the later one wins, property by property.
 *
 * <p>Two kinds of old sayings give way to any report: what the home file describes, because nobody
 * has said it, and what bears a time that is still to come, because a clock was wrong.
 */
final class Belief {

  private Belief() {}

  /** What is believed after a report; a report from the future counts as made now. */
  static DeviceState after(DeviceState known, StateReport report, Instant now) {
    Instant at = report.at().isAfter(now) ? now : report.at();
    Map<String, PropertyState> properties = new LinkedHashMap<>(known.properties());
    report
        .properties()
        .forEach((name, value) ->
            properties.merge(
                name,
                PropertyState.first(value, at, report.source()),
                (before, first) -> said(before, value, at, report.source(), now)));
    return new DeviceState(
        known.device(), properties, known.availability(), known.availabilitySince());
  }

  /** What is believed after the registry told what it believes. */
  static DeviceState after(DeviceState known, DeviceState told, Instant now) {
    if (isNewer(told, known)) {
      return told;
    }
    Map<String, PropertyState> properties = new LinkedHashMap<>(known.properties());
    told.properties()
        .forEach((name, state) ->
            properties.merge(
                name, state, (before, after) -> isOutdated(before, after, now) ? before : after));
    boolean older = told.availabilitySince().isBefore(known.availabilitySince());
    boolean keep = older && !known.availabilitySince().isAfter(now);
    return new DeviceState(
        known.device(),
        properties,
        keep ? known.availability() : told.availability(),
        keep ? known.availabilitySince() : told.availabilitySince());
  }

  /** Whether nothing known outlives what was told, which is the usual case. */
  private static boolean isNewer(DeviceState told, DeviceState known) {
    for (Map.Entry<String, PropertyState> entry : known.properties().entrySet()) {
      PropertyState after = told.properties().get(entry.getKey());
      if (after == null || after.reportedAt().isBefore(entry.getValue().reportedAt())) {
        return false;
      }
    }
    return !told.availabilitySince().isBefore(known.availabilitySince());
  }

  private static boolean isOutdated(PropertyState known, PropertyState told, Instant now) {
    return told.reportedAt().isBefore(known.reportedAt()) && !givesWay(known, now);
  }

  private static PropertyState said(
      PropertyState known, Value value, Instant at, Source source, Instant now) {
    boolean dated = known.reportedAt().isAfter(at) && givesWay(known, now);
    return (dated ? dated(known, at) : known).then(value, at, source);
  }

  private static boolean givesWay(PropertyState known, Instant now) {
    return known.source() == Source.DESCRIBED || known.reportedAt().isAfter(now);
  }

  private static PropertyState dated(PropertyState known, Instant at) {
    return new PropertyState(
        known.value(),
        known.previous(),
        known.since().isAfter(at) ? at : known.since(),
        at,
        known.source(),
        known.stale());
  }
}
