package io.hearth.adapter.inference;

import io.hearth.model.device.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One value of a device as its convention describes it, before anybody knows what it means.
 *
 * @param id unique within the device; what it is reported as when it means nothing known
 * @param name as programs call it, e.g. {@code targetTemperature}
 * @param group words about the part of the device that it belongs to, e.g. {@code light ceiling}
 * @param annotations what the description itself says that it means, e.g. {@code
 *     saref:Temperature}; {@code hearth:brightness} names a property of the catalogue
 * @param unit as written; empty when none is
 * @param range of a number, where it is described
 * @param options of {@link Shape#OPTION} all words; of {@link Shape#BOOLEAN} the words for false
 *     and true where there are any
 * @param readable whether it tells its value
 * @param settable whether it can be told a value
 */
public record Described(
    String id,
    String name,
    String group,
    Set<String> annotations,
    Shape shape,
    String unit,
    Optional<Range> range,
    List<String> options,
    boolean readable,
    boolean settable) {

  /** The form of its values. */
  public enum Shape {
    BOOLEAN,
    NUMBER,
    OPTION,
    /** A colour as {@link io.hearth.model.device.Value.Fields} {hue, saturation}. */
    COLOR,
    TEXT,
    OTHER
  }

  public Described {
    annotations = Set.copyOf(annotations);
    options = List.copyOf(options);
  }
}
