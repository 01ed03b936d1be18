package io.hearth.app.interpret;

import io.hearth.app.home.Understandings;
import io.hearth.context.ContextEngine;
import io.hearth.gateway.BatchTurns;
import io.hearth.gateway.PolicyConfig;
import io.hearth.gateway.Turns;
import io.hearth.gateway.http.CandidatesDocument;
import io.hearth.gateway.http.TurnDocument;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Home;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Understands lines one by one, for one or more homes, without touching a device. */
public final class BatchInterpreter {

  private static final Logger LOGGER = LoggerFactory.getLogger(BatchInterpreter.class);

  private final JsonMapper json = JsonMapper.builder().build();
  private final InterpretLineReader reader = new InterpretLineReader();
  private final InstantSource clock = InstantSource.system();
  private final Map<String, BatchHome> homes = new LinkedHashMap<>();

  /** A home with its turns. */
  private record BatchHome(Home home, BatchTurns turns) {}

  private BatchInterpreter(List<DescribedHome> described) {
    Understandings parts = Understandings.english();
    Turns turns = new Turns(parts.understanding(), parts.judgement(), PolicyConfig.standard());
    for (DescribedHome one : described) {
      Home home = one.home();
      ContextEngine context = new ContextEngine(home, one.states(), clock);
      if (homes.put(home.id().value(), new BatchHome(home, new BatchTurns(context, turns)))
          != null) {
        throw new IllegalArgumentException("home '" + home.id() + "' is given twice");
      }
    }
  }

  /**
   * Reads the homes.
   *
   * @param paths home files and folders of home files; {@code demo} names the demo home where there
   *     is no such file
   * @throws io.hearth.registry.HomeFileException for a file that cannot be used
   * @throws IllegalArgumentException for a home given twice
   */
  public static BatchInterpreter of(List<Path> paths) {
    return of(paths, Catalogues.builtIn());
  }

  /**
   * Reads homes whose devices may be of further types.
   *
   * @param catalogue with those types
   */
  public static BatchInterpreter of(List<Path> paths, Catalogue catalogue) {
    HomeFiles files = new HomeFiles(catalogue);
    List<DescribedHome> described = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        described.addAll(files.readFolder(path));
      } else if (path.toString().equals("demo") && !Files.exists(path)) {
        described.add(files.demo());
      } else {
        described.add(files.read(path));
      }
    }
    return new BatchInterpreter(described);
  }

  /** Understands homes that were read already. */
  public static BatchInterpreter of(DescribedHome... described) {
    return new BatchInterpreter(List.of(described));
  }

  /** Makes the first lines as fast as later ones; takes at most the time given. */
  public void warmUp(Duration atMost) {
    BatchHome first = homes.values().iterator().next();
    new WarmUp(first.home(), first.turns()).run(atMost);
  }

  /**
   * Understands a line.
   *
   * @return one line of JSON without line end; one with {@code error} for a line that cannot be
   *     used
   */
  public String interpret(String line) {
    return answer(line, false, json::writeValueAsString);
  }

  /**
   * Understands a line and tells all that competed, in the field {@code candidates}.
   *
   * @return as {@link #interpret} does
   */
  public String explain(String line) {
    return answer(line, true, json::writeValueAsString);
  }

  /**
   * Understands a line and tells all that competed, for people to read.
   *
   * @return several lines; one of JSON with {@code error} for a line that cannot be used
   */
  public String explainInWords(String line) {
    return answer(line, true, ExplainedText::of);
  }

  private String answer(
      String line, boolean explained, Function<Map<String, @Nullable Object>, String> written) {
    try {
      return answer(reader.read(line), explained, written);
    } catch (BadLineException e) {
      return error(e.id().orElse(null), String.valueOf(e.getMessage()));
    }
  }

  private String answer(
      InterpretLine line,
      boolean explained,
      Function<Map<String, @Nullable Object>, String> written) {
    long start = System.nanoTime();
    try {
      BatchHome home = home(line);
      LineFacts facts = LineFacts.of(line, home.home(), clock.instant());
      TurnRecord turn = home.turns().take(facts.utterance(), facts.facts(), line.dialogue());
      Map<String, @Nullable Object> document = TurnDocument.of(turn, home.home());
      document.put("id", line.id());
      document.put("micros", (System.nanoTime() - start) / 1_000);
      if (explained) {
        document.put("candidates", CandidatesDocument.of(turn, home.home()));
      }
      return written.apply(document);
    } catch (IllegalArgumentException e) {
      return error(line.id(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOGGER.atError().setCause(e).addKeyValue("line", line.id()).log("a line failed");
      return error(line.id(), "internal failure: " + e.getClass().getSimpleName());
    }
  }

  private BatchHome home(InterpretLine line) {
    Optional<String> wanted = line.home();
    if (wanted.isEmpty() && homes.size() > 1) {
      throw new IllegalArgumentException("home is missing; loaded are " + homes.keySet());
    }
    BatchHome home = wanted.isEmpty() ? homes.values().iterator().next() : homes.get(wanted.get());
    if (home == null) {
      throw new IllegalArgumentException(
          "no home '" + wanted.get() + "'; loaded are " + homes.keySet());
    }
    return home;
  }

  private String error(@Nullable Object id, String message) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("error", message);
    return json.writeValueAsString(document);
  }
}
