package io.hearth.app.cli;

import io.hearth.adapter.broker.BrokerUser;
import io.hearth.adapter.broker.BrokerUsers;
import io.hearth.adapter.broker.Passwords;
import io.hearth.adapter.wire.SecretFile;
import io.hearth.app.config.AppConfig;
import io.hearth.app.home.BrokerSettings;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the logins of the embedded broker. */
@Command(
    name = "broker-user",
    mixinStandardHelpOptions = true,
    description = "Keeps the logins of the embedded broker; a running Hearth sees changes itself.",
    footer = {
      "",
      "  ./hearth broker-user add hall-lamp --device light.hall",
      "  ./hearth broker-user add z2m --topic 'zigbee2mqtt/#' --topic 'homeassistant/#'",
      "  ./hearth broker-user remove hall-lamp"
    })
final class BrokerUserCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOptions config = new ConfigOptions();

  @ArgGroup(exclusive = true)
  private Way way = new Way();

  @Parameters(index = "0", paramLabel = "DO", description = "add, remove or list.")
  private String what = "list";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The login.")
  private @Nullable String name;

  @Option(
      names = "--device",
      paramLabel = "ID",
      description = "A device it speaks for; may be given several times.")
  private List<String> devices = new ArrayList<>();

  @Option(
      names = "--topic",
      paramLabel = "FILTER",
      description = "Topics beyond those that it may publish to and read.")
  private List<String> topics = new ArrayList<>();

  @Option(names = "--all", description = "It may publish and read everything.")
  private boolean all;

  /** How it logs in. */
  private static final class Way {
    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        description = "A file with its password, mode 0600; default: one is made and printed.")
    private @Nullable Path passwordFile;

    @Option(names = "--certificate", description = "By client certificate only, no password.")
    private boolean certificate;
  }

  @Override
  public Integer call() {
    AppConfig settings = config.load(Map.of()).config();
    BrokerUsers users =
        new BrokerUsers(BrokerSettings.usersFile(settings.broker(), Path.of(settings.data())));
    try {
      switch (what) {
        case "add" -> add(users, needed());
        case "remove" -> remove(users, needed());
        case "list" -> list(users);
        default -> throw new BadInputException("add, remove or list, not '" + what + "'");
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private String needed() {
    if (name == null) {
      throw new BadInputException("which login? ./hearth broker-user " + what + " NAME");
    }
    return name;
  }

  private void add(BrokerUsers users, String login) {
    if (devices.isEmpty() && topics.isEmpty() && !all) {
      throw new BadInputException("say what it may do: --device ID, --topic FILTER or --all");
    }
    boolean generated = way.passwordFile == null;
    String password =
        way.passwordFile == null
            ? Passwords.generate()
            : SecretFile.read(way.passwordFile, "--password-file");
    Optional<String> hash =
        way.certificate ? Optional.empty() : Optional.of(Passwords.hash(password, generated));
    users.put(new BrokerUser(login, hash, devices, topics, all));
    PrintWriter out = spec.commandLine().getOut();
    if (way.certificate) {
      out.println(login + " logs in with a client certificate whose common name is " + login);
    } else if (generated) {
      out.println("password of " + login + ", shown this once: " + password);
    } else {
      out.println(login + " logs in with the password of that file");
    }
  }

  private void remove(BrokerUsers users, String login) {
    if (!users.remove(login)) {
      throw new BadInputException("there is no login '" + login + "' in " + users.file());
    }
    spec.commandLine().getOut().println(login + " is removed");
  }

  private void list(BrokerUsers users) {
    PrintWriter out = spec.commandLine().getOut();
    users
        .read()
        .values()
        .forEach(user ->
            out.printf(
                "%-20s %-12s %s%n",
                user.name(),
                user.password().isPresent() ? "password" : "certificate",
                user.all()
                    ? "everything"
                    : "devices " + user.devices() + ", topics " + user.topics()));
  }
}
