package io.hearth.app.bench.language;

import io.hearth.app.bench.language.Hearings.Heard;
import io.hearth.app.bench.language.Hearings.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of the sets that have no home of their own. */
final class SetRows {

  private static final List<Part> PARTS = List.of(Part.values());

  private final Hearings hearings;
  private final UsualHome home;
  private final Failures failures;

  SetRows(Hearings hearings, UsualHome home, Failures failures) {
    this.hearings = hearings;
    this.home = home;
    this.failures = failures;
  }

  /** How often the intent of home control is right. */
  Row intents(Row.Aim aim, Part part, double reach) {
    if (!hearings.isPresent(part)) {
      return aim.notPresent(part.file());
    }
    Tally tally = new Tally(aim.name(), failures);
    for (Heard one : hearings.home(part)) {
      tally.add(one.asked(), one.understood(), hearings.isRight(one));
    }
    return aim.with(tally.text(), tally.share() >= reach, tally.confusions());
  }

  /** How often all of a frame is right. */
  Row frames(Row.Aim aim, double reach) {
    if (!hearings.isPresent(Part.SLURP)) {
      return aim.notPresent(Part.SLURP.file());
    }
    Frames frames = new Frames(home);
    Tally tally = new Tally(aim.name(), failures);
    for (Heard one : hearings.home(Part.SLURP)) {
      HomeLabel label = HomeLabel.of(one.asked()).orElseThrow();
      tally.add(
          one.asked(), one.understood(), frames.isRight(one.asked(), label, one.understood()));
    }
    return aim.with(tally.text(), tally.share() >= reach, tally.confusions());
  }

  /** How often what is not for the home is taken for a request. */
  Row falseAccepts(Row.Aim aim, double reach) {
    List<String> details = new ArrayList<>();
    Tally whole = new Tally(aim.name(), failures);
    int all = 0;
    for (Part part : PARTS) {
      if (!hearings.isPresent(part)) {
        details.add(part.file() + " is not present");
        continue;
      }
      int accepted = 0;
      List<Heard> strange = hearings.strange(part);
      for (Heard one : strange) {
        accepted += one.understood().isAccepted() ? 1 : 0;
        whole.add(one.asked(), one.understood(), !one.understood().isAccepted());
      }
      all += strange.size();
      details.add(rate(part.file(), accepted, strange.size()));
    }
    if (all == 0) {
      return aim.notPresent("every set");
    }
    details.addAll(whole.confusions());
    return aim.with(
        rate("all", whole.wrong(), all), (double) whole.wrong() / all <= reach, details);
  }

  private static String rate(String name, int accepted, int all) {
    return String.format(
        Locale.ROOT, "%s: %.2f %% (%d of %d)", name, 100.0 * accepted / all, accepted, all);
  }

  /** How true the probability of the top reading is, for home control and for all else. */
  Row calibration(Row.Aim aim, double reach, Optional<Path> plot) {
    Calibration all = new Calibration();
    List<String> details = new ArrayList<>();
    double worst = 0;
    for (Part part : PARTS) {
      if (hearings.isPresent(part)) {
        if (part != Part.CLINC) {
          worst = Math.max(worst, part(part, "home", hearings.home(part), all, details));
        }
        worst =
            Math.max(worst, part(part, "not for the home", hearings.strange(part), all, details));
      }
    }
    if (details.isEmpty()) {
      return aim.notPresent("every set");
    }
    all.bins().forEach(bin -> details.add(bin.toString()));
    plot.ifPresent(file -> ReliabilityPlot.draw(file, aim.measure(), all.bins()));
    return aim.with(
        String.format(Locale.ROOT, "%.3f; of the worst part %.3f", all.error(), worst),
        all.error() <= reach,
        details);
  }

  private double part(
      Part part, String kind, List<Heard> heard, Calibration all, List<String> details) {
    Calibration own = new Calibration();
    for (Heard one : heard) {
      boolean right = hearings.isRight(one);
      own.add(one.understood().score(), right);
      all.add(one.understood().score(), right);
    }
    details.add(String.format(Locale.ROOT, "%s, %s: %.3f", part.file(), kind, own.error()));
    return own.error();
  }
}
