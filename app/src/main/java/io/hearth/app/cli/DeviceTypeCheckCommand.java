package io.hearth.app.cli;

import io.hearth.app.devicetype.Finding;
import io.hearth.app.devicetype.SentenceTrial;
import io.hearth.app.devicetype.ThingModel;
import io.hearth.app.devicetype.TypeSummary;
import io.hearth.app.devicetype.TypeTrial;
import io.hearth.app.home.DeviceTypeReading;
import io.hearth.model.owntype.OwnType;
import io.hearth.registry.DeviceTypeFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates a device type file, shows what it gives and tries it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Validates a device type file, shows what it gives, and tries its samples.",
    footer = {"", "Exit status: 0 all holds, 1 something tried failed, 2 the file cannot be used."})
final class DeviceTypeCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The device type file.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(names = "--thing-model", description = "Prints the WoT Thing Model that the file means.")
  private boolean thingModel;

  @Option(
      names = "--payload",
      paramLabel = "TOPIC=TEXT",
      description = "Shows what a payload at a topic or address means; may be given several times.")
  private List<String> payloads = List.of();

  @Option(
      names = "--payload-file",
      paramLabel = "TOPIC=FILE",
      description = "The same with the bytes of a file.")
  private List<String> payloadFiles = List.of();

  @Option(
      names = "--write-test",
      paramLabel = "FILE",
      description =
          "Writes the sentences as input of ./hearth interpret, and next to it the home of one such"
              + " device as FILE.home.json.")
  private @Nullable Path writeTest;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Runs a file as --write-test writes it, besides the file's own sentences.")
  private @Nullable Path test;

  @Override
  public Integer call() throws IOException {
    OwnType type;
    try {
      type = DeviceTypeReading.files().read(file);
    } catch (DeviceTypeFileException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (thingModel) {
      out.println(
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(ThingModel.of(type)));
      return 0;
    }
    SentenceTrial sentences = new SentenceTrial(type);
    if (writeTest != null) {
      Files.write(writeTest, sentences.lines());
      Files.writeString(Path.of(writeTest + ".home.json"), sentences.homeText());
    }
    List<Finding> findings = tried(type, sentences);
    TypeSummary summary = new TypeSummary(type);
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>(summary.document());
      document.put("findings", findings);
      document.put("passed", findings.stream().allMatch(Finding::passed));
      out.println(Json.line(document));
    } else {
      summary.lines().forEach(out::println);
      findings.forEach(finding -> print(finding, out));
    }
    return findings.stream().allMatch(Finding::passed) ? 0 : 1;
  }

  private List<Finding> tried(OwnType type, SentenceTrial sentences) throws IOException {
    TypeTrial trial = new TypeTrial(type);
    List<Finding> findings = new ArrayList<>(trial.samples());
    for (String given : payloads) {
      String[] parts = halves(given, "--payload");
      findings.add(trial.payload(parts[0], parts[1].getBytes(StandardCharsets.UTF_8)));
    }
    for (String given : payloadFiles) {
      String[] parts = halves(given, "--payload-file");
      try {
        findings.add(trial.payload(parts[0], Files.readAllBytes(Path.of(parts[1]))));
      } catch (IOException e) {
        throw new BadInputException(parts[1] + " cannot be read");
      }
    }
    List<String> lines = new ArrayList<>(sentences.lines());
    if (test != null) {
      try {
        Files.readAllLines(test).stream().filter(line -> !line.isBlank()).forEach(lines::add);
      } catch (IOException e) {
        throw new BadInputException(test + " cannot be read");
      }
    }
    if (!lines.isEmpty()) {
      try {
        findings.addAll(sentences.run(lines));
      } catch (tools.jackson.core.JacksonException e) {
        throw new BadInputException(test + ": a line is no JSON object");
      }
    }
    return findings;
  }

  private static String[] halves(String given, String option) {
    int at = given.indexOf('=');
    if (at < 1) {
      throw new BadInputException(option + " must be TOPIC=..., but is " + given);
    }
    return new String[] {given.substring(0, at), given.substring(at + 1)};
  }

  private void print(Finding finding, PrintWriter out) {
    String where = finding.line() > 0 ? " (" + file + ":" + finding.line() + ")" : "";
    out.println((finding.passed() ? "ok      " : "FAILED  ") + finding.what() + where);
    if (!finding.passed() && !finding.expected().isEmpty()) {
      out.println("          expected " + finding.expected());
    }
    if (!finding.passed() || finding.expected().isEmpty()) {
      out.println("          " + (finding.passed() ? "means    " : "got      ") + finding.actual());
    }
  }
}
