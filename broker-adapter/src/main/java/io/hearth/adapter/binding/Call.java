package io.hearth.adapter.binding;

import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import java.util.Optional;

/**
 * A command that is to be put into the words of a convention.
 *
 * @param known what is believed of the device now, for what is relative to it
 * @param correlation the same for every attempt of the command
 * @param replyTopic where answers over MQTT are heard
 */
public record Call(Command command, DeviceState known, String correlation, String replyTopic) {

  public Optional<Value> argument(String name) {
    return Optional.ofNullable(command.arguments().get(name));
  }

  /**
   * A number that the command must carry.
   *
   * @throws CannotCommandException when it does not
   */
  public double number(String argument) throws CannotCommandException {
    if (argument(argument).orElse(null) instanceof Value.Number(double value)) {
      return value;
    }
    throw new CannotCommandException("the command has no number " + argument);
  }

  /**
   * A word that the command must carry.
   *
   * @throws CannotCommandException when it does not
   */
  public String word(String argument) throws CannotCommandException {
    if (argument(argument).orElse(null) instanceof Value.Text(String value)) {
      return value;
    }
    throw new CannotCommandException("the command has no word " + argument);
  }

  /**
   * What a property is now, for a relative command.
   *
   * @throws CannotCommandException when that is not known
   */
  public double current(String property) throws CannotCommandException {
    if (known.value(property).orElse(null) instanceof Value.Number(double value)) {
      return value;
    }
    throw new CannotCommandException("it has not said its " + property + " yet");
  }
}
