package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The commands that wait until their device says in its state that it took them: that a property is
 * what it should be, or began to change. A device that merely repeats itself confirms nothing.
 */
final class Reports {

  /** Rounding on the way, e.g. of percents to steps of a 254th, is no other value. */
  private static final double ROUNDING = 1.5;

  private static final double RELATIVE_ROUNDING = 0.02;

  private record Waiting(
      DeviceState before,
      Set<String> properties,
      Map<String, Value> expected,
      CompletableFuture<Answer> answer) {

    boolean isMetBy(Map<String, Value> said) {
      return properties.stream().anyMatch(property -> isMetBy(property, said.get(property)));
    }

    private boolean isMetBy(String property, @org.jspecify.annotations.Nullable Value said) {
      if (said == null) {
        return false;
      }
      Value wanted = expected.get(property);
      if (wanted != null && isSame(said, wanted)) {
        return true;
      }
      Optional<Value> earlier = before.value(property);
      return earlier.isPresent() ? !isSame(said, earlier.get()) : wanted == null;
    }
  }

  private final Map<DeviceId, List<Waiting>> waiting = new ConcurrentHashMap<>();

  /**
   * A future for the device's word; it is forgotten when it completes in any way.
   *
   * @param before what was believed before the command
   * @param expected what should hold afterwards, where that is known
   */
  CompletableFuture<Answer> await(
      DeviceId device, DeviceState before, Set<String> properties, Map<String, Value> expected) {
    Waiting one = new Waiting(before, properties, expected, new CompletableFuture<>());
    waiting.computeIfAbsent(device, id -> new CopyOnWriteArrayList<>()).add(one);
    var unused =
        one.answer()
            .whenComplete((reply, failure) ->
                waiting.computeIfPresent(
                    device,
                    (id, all) -> {
                      all.remove(one);
                      return all.isEmpty() ? null : all;
                    }));
    return one.answer();
  }

  /** A device said something, live. */
  void heard(DeviceId device, Map<String, Value> said) {
    List<Waiting> all = waiting.get(device);
    if (all != null) {
      all.stream()
          .filter(one -> one.isMetBy(said))
          .forEach(one -> one.answer().complete(new Answer.Accepted()));
    }
  }

  private static boolean isSame(Value one, Value other) {
    if (one instanceof Value.Number(double a) && other instanceof Value.Number(double b)) {
      return Math.abs(a - b) <= Math.max(ROUNDING, RELATIVE_ROUNDING * Math.abs(b));
    }
    return one.equals(other);
  }
}
