package io.hearth.language;

import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * One thing said of several devices may be another intent for each: "set both to low" of a lamp and
 * a fan, "set the lamp and the blind to half".
 */
final class Together {

  private static final int MOST = 6;

  /** Together they leave nothing out, so what each alone lost by that counts no more. */
  private static final double WEIGHT = 0.97;

  private Together() {}

  /**
   * Readings that complete each other, as one.
   *
   * @param drafts the readings of the same words
   * @param referred what "them" may mean, newest first
   */
  static List<Draft> of(List<Draft> drafts, List<List<DeviceId>> referred) {
    List<Draft> parts =
        drafts.stream().filter(draft -> isPart(draft, referred)).limit(MOST).toList();
    List<Draft> together = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        if (completes(parts.get(i), parts.get(j))) {
          together.add(both(parts.get(i), parts.get(j)));
        }
      }
    }
    return together;
  }

  /** Whether a reading leaves out some of what was meant because it cannot do it. */
  private static boolean isPart(Draft draft, List<List<DeviceId>> referred) {
    if (draft.requests().size() != 1 || draft.devices().isEmpty()) {
      return false;
    }
    Request request = draft.requests().getFirst();
    boolean unable =
        !request.problems().isEmpty()
            && request.problems().stream()
                .allMatch(problem -> problem.kind() == Problem.Kind.UNSUPPORTED);
    boolean some =
        request.problems().isEmpty()
            && request.grounding() == Grounding.REFERRED
            && !referred.isEmpty()
            && referred.getFirst().size() > request.targets().size()
            && referred.getFirst().containsAll(request.targets());
    return unable || some;
  }

  private static boolean completes(Draft one, Draft other) {
    Request first = one.requests().getFirst();
    Request second = other.requests().getFirst();
    return first.intent() != second.intent()
        && first.grounding() == second.grounding()
        && first.schedule().equals(second.schedule())
        && Collections.disjoint(Set.copyOf(first.targets()), second.targets())
        && first.problems().size() <= second.targets().size()
        && second.problems().size() <= first.targets().size();
  }

  private static Draft both(Draft one, Draft other) {
    List<Request> requests =
        List.of(able(one.requests().getFirst()), able(other.requests().getFirst()));
    List<String> parse = new ArrayList<>(one.parse());
    parse.addAll(other.parse());
    return new Draft(
        requests,
        Math.max(one.fit(), other.fit()),
        Math.max(one.form(), other.form()),
        WEIGHT,
        parse);
  }

  private static Request able(Request request) {
    return new Request(
        request.intent(),
        request.slots(),
        request.targets(),
        request.grounding(),
        request.schedule(),
        List.of());
  }
}
