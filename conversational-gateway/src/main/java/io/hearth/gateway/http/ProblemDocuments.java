package io.hearth.gateway.http;

import io.hearth.model.device.DeviceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong on the wire, as it is written. */
final class ProblemDocuments {

  private ProblemDocuments() {}

  static Map<String, Object> of(List<WireProblem> problems) {
    return Map.of("problems", problems.stream().map(ProblemDocuments::problem).toList());
  }

  private static Map<String, @Nullable Object> problem(WireProblem problem) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("link", problem.link());
    fields.put("device", problem.device().map(DeviceId::value).orElse(null));
    fields.put("place", problem.place());
    fields.put("reason", problem.reason());
    fields.put("head", problem.head());
    fields.put("first", problem.first().toString());
    fields.put("last", problem.last().toString());
    fields.put("count", problem.count());
    return fields;
  }
}
