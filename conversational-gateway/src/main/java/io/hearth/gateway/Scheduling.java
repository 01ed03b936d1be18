package io.hearth.gateway;

import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.state.ContextSnapshot;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What a request's schedule means for now. */
final class Scheduling {

  private Scheduling() {}

  /** Whether the request waits: what is done now and ends by itself does not. */
  static boolean isLater(Request request) {
    return request.schedule().filter(s -> !(s instanceof Schedule.NowFor)).isPresent();
  }

  /** Why it cannot be kept: the time has passed, or such a repetition is not known. */
  static Optional<Problem> problem(Request request, ContextSnapshot moment) {
    return request
        .schedule()
        .flatMap(schedule ->
            switch (schedule) {
              case Schedule.At(ZonedDateTime time, var lasting)
                  when time.toInstant().isBefore(moment.at()) ->
                  Optional.of(
                      new Problem(
                          Problem.Kind.OUT_OF_RANGE,
                          Figures.moment(time, moment.localTime()) + " has passed"));
              case Schedule.Every(String rule, var lasting) when Recurrence.of(rule).isEmpty() ->
                  Optional.of(new Problem(Problem.Kind.UNSUPPORTED, "such a repetition"));
              case Schedule.At at -> Optional.empty();
              case Schedule.Every every -> Optional.empty();
              case Schedule.After after -> Optional.empty();
              case Schedule.NowFor now -> Optional.empty();
            });
  }
}
