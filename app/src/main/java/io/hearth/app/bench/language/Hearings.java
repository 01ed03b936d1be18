package io.hearth.app.bench.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says every set to the usual home, once; only what a row asks for. */
final class Hearings {

  private static final int STEP = 2_000;

  private final Path data;
  private final Progress progress;
  private final UsualHome home;
  private final Listener listener;
  private final Map<String, List<Heard>> heard = new HashMap<>();

  /** A request and what became of it. */
  record Heard(Asked asked, Understood understood) {}

  /** A set, and the file that it is read from. */
  @SuppressWarnings("ImmutableEnumChecker") // readers hold nothing
  enum Part {
    SLURP(Slurp.GOLD, Slurp::gold),
    SLURP_ASR(Slurp.HEARD, Slurp::heard),
    NLU_EVALUATION(NluEvaluation.FILE, NluEvaluation::requests),
    CLINC(Clinc.FILE, Clinc::requests);

    private final String file;
    private final Function<Path, List<Asked>> reader;

    Part(String file, Function<Path, List<Asked>> reader) {
      this.file = file;
      this.reader = reader;
    }

    String file() {
      return file;
    }
  }

  Hearings(Path data, UsualHome home, Progress progress) {
    this.data = data;
    this.home = home;
    this.progress = progress;
    this.listener = new Listener(home.described(), UsualHome.MICROPHONE);
  }

  boolean isPresent(Part part) {
    return Files.exists(data.resolve(part.file()));
  }

  /** Home control of a set. */
  List<Heard> home(Part part) {
    return all(part, "home", asked -> HomeLabel.of(asked).isPresent());
  }

  /** What is not for the home in a set. */
  List<Heard> strange(Part part) {
    return all(part, "not for the home", NotForTheHome::is);
  }

  private List<Heard> all(Part part, String kind, Predicate<Asked> wanted) {
    return heard.computeIfAbsent(
        part + kind, key -> listen(part.reader.apply(data).stream().filter(wanted).toList()));
  }

  private List<Heard> listen(List<Asked> asked) {
    List<Heard> all = new ArrayList<>();
    for (Asked one : asked) {
      all.add(new Heard(one, listener.hear(one.text())));
      if (all.size() % STEP == 0) {
        progress.tell(one.set() + ": " + all.size() + " of " + asked.size());
      }
    }
    return List.copyOf(all);
  }

  /** Whether the top reading is right: of home control its intent, else that it is not for us. */
  boolean isRight(Heard one) {
    Optional<HomeLabel> label = HomeLabel.of(one.asked());
    return label.isPresent()
        ? label.get().isRight(one.asked(), one.understood(), home)
        : one.understood().isOutOfDomain();
  }
}
