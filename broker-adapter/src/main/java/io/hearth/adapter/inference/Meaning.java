package io.hearth.adapter.inference;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Set;

/**
 * What a value of a device is in the words of the catalogue.
 *
 * @param properties what it can tell
 * @param goal whether it says what shall be rather than what is, as a target position does
 * @param reader from its value to those of the properties
 * @param writers what to set it to, by action
 * @param options choices and limits by property, as {@link io.hearth.model.state.Announcement}
 *     takes them
 */
public record Meaning(
    Set<String> properties,
    boolean goal,
    Reader reader,
    Map<String, Writer> writers,
    Map<String, Value> options) {

  public Meaning {
    properties = Set.copyOf(properties);
    writers = Map.copyOf(writers);
    options = Map.copyOf(options);
  }

  /** Reads what a device says. */
  @FunctionalInterface
  public interface Reader {

    /**
     * The properties that follow; none when it says nothing about them.
     *
     * @throws MalformedPayloadException when it cannot be understood
     */
    Map<String, Value> read(Value said) throws MalformedPayloadException;
  }

  /** Writes what a command means. */
  @FunctionalInterface
  public interface Writer {

    /**
     * What to set.
     *
     * @throws CannotCommandException when it cannot be said now
     */
    Value write(Call call) throws CannotCommandException;
  }
}
