package io.hearth.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a device type file to begin with. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes a device type file to begin with, every part explained.")
final class DeviceTypeNewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "The type's word: small letters, digits and _.")
  private String id = "";

  @Option(names = "--out", paramLabel = "FILE", description = "Where to; default: ID.yaml here.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw new BadInputException(
          "'" + id + "' is no word for a type: small letters, digits and _, a letter first");
    }
    Path file = out == null ? Path.of(id + ".yaml") : out;
    try {
      Files.writeString(
          file,
          skeleton().replace("my_device", id).replace("my device", id.replace('_', ' ')),
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(file + " is there already");
    }
    spec.commandLine()
        .getOut()
        .println(file + " is written; next: ./hearth device-type check " + file);
    return 0;
  }

  private static String skeleton() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DeviceTypeNewCommand.class.getResourceAsStream("/io/hearth/app/device-type.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
