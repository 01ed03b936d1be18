package io.hearth.adapter.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, logs and passes on what the broker refused; aloud once for each login and place. */
final class Refusals {

  private static final Logger LOGGER = LoggerFactory.getLogger(Refusals.class);
  private static final int REMEMBERED = 256;

  private final Map<BrokerProblem.Kind, Counter> counters = new EnumMap<>(BrokerProblem.Kind.class);
  private final Consumer<BrokerProblem> listener;
  private final Map<String, Boolean> said = new LinkedHashMap<>();

  Refusals(MeterRegistry meters, Consumer<BrokerProblem> listener) {
    this.listener = listener;
    for (BrokerProblem.Kind kind : BrokerProblem.Kind.values()) {
      counters.put(
          kind,
          Counter.builder("hearth.broker.refused")
              .description("What the embedded broker refused")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  void add(BrokerProblem problem) {
    Counter counter = counters.get(problem.kind());
    if (counter != null) {
      counter.increment();
    }
    (isNew(problem) ? LOGGER.atWarn() : LOGGER.atDebug())
        .addKeyValue("login", problem.login())
        .addKeyValue("clientId", problem.clientId())
        .addKeyValue("address", problem.address())
        .addKeyValue("topic", problem.place())
        .addKeyValue("reason", problem.reason())
        .log("embedded broker refused something");
    listener.accept(problem);
  }

  /** Statistics, which many clients ask every broker for, Hearth's own among them, are no news. */
  private boolean isNew(BrokerProblem problem) {
    if (problem.place().startsWith("$SYS/")) {
      return false;
    }
    synchronized (said) {
      if (said.size() >= REMEMBERED) {
        said.clear();
      }
      boolean everywhere = problem.kind() == BrokerProblem.Kind.FULL;
      String what = everywhere ? "" : problem.login() + " " + problem.place();
      return said.put(problem.kind() + " " + what, true) == null;
    }
  }
}
