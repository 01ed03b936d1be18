package io.hearth.gateway.http;

import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When it is to be done, as it is written: at, after or every, and for how long. */
final class ScheduleDocument {

  private ScheduleDocument() {}

  /** The schedule of the first request that has one; empty for now. */
  static Optional<Map<String, Object>> of(List<Request> requests) {
    return requests.stream()
        .flatMap(request -> request.schedule().stream())
        .findFirst()
        .map(ScheduleDocument::fields);
  }

  private static Map<String, Object> fields(Schedule schedule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (schedule) {
      case Schedule.At at ->
          fields.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.time()));
      case Schedule.After after -> fields.put("after", after.delay().toString());
      case Schedule.Every every -> fields.put("every", every.rule());
      case Schedule.NowFor nowFor -> {
        // only how long, below
      }
    }
    schedule.lasting().ifPresent(duration -> fields.put("for", duration.toString()));
    return fields;
  }
}
