package io.hearth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BrokerUserCommandTest {

  @TempDir private Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path config;
  private Path users;

  @BeforeEach
  void configure() throws Exception {
    users = folder.resolve("users.json");
    config = Files.writeString(folder.resolve("hearth.yaml"), "broker:\n  usersFile: " + users);
  }

  @Test
  void aLoginIsAddedListedAndRemoved() throws Exception {
    // When
    assertThat(run("add", "hall-lamp", "--device", "light.hall")).isZero();
    // Then
    String password = out.toString().strip().replaceFirst(".*: ", "");
    assertThat(out.toString()).startsWith("password of hall-lamp, shown this once: ");
    assertThat(password).hasSizeGreaterThan(15);
    assertThat(users).content().contains("hall-lamp").doesNotContain(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
        .isEqualTo("rw-------");
    // When
    assertThat(run("add", "porch", "--topic", "porch/#", "--certificate")).isZero();
    assertThat(run("list")).isZero();
    // Then
    assertThat(out.toString())
        .containsPattern("hall-lamp +password +devices \\[light.hall\\]")
        .containsPattern("porch +certificate +devices \\[\\], topics \\[porch/#\\]");
    // When
    assertThat(run("remove", "hall-lamp")).isZero();
    assertThat(run("list")).isZero();
    // Then
    assertThat(out.toString()).contains("porch").doesNotContain("hall-lamp");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "add lamp, --device ID",
        "add, which login",
        "remove, which login",
        "remove nobody, there is no login 'nobody'",
        "forget lamp, not 'forget'",
        "add hearth --all, Hearth's own",
        "add a/b --all, without white space",
        "add lamp --device a/b, a device id",
        "add lamp --topic a/#/b, the topic filter 'a/#/b'",
        "add lamp --all --password-file no-such-file, no-such-file"
      })
  void wrongInputIsOneClearLineAndChangesNothing(String arguments, String complaint) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().strip()).contains(complaint).hasLineCount(1);
    assertThat(users).doesNotExist();
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine line = HearthCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 3];
    all[0] = "broker-user";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--config";
    all[all.length - 1] = config.toString();
    return line.execute(all);
  }
}
