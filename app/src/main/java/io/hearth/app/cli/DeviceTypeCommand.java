package io.hearth.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Device types of one's own. */
@Command(
    name = "device-type",
    mixinStandardHelpOptions = true,
    description = "Device types of your own, one YAML file each; see docs/new-device.md.",
    subcommands = {DeviceTypeCheckCommand.class, DeviceTypeNewCommand.class})
final class DeviceTypeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
