package io.hearth.model.device;

/**
 * Identifies a floor.
 *
 * @param value not blank, at most {@value Ids#MAX_LENGTH} characters, no white space, none of the
 *     MQTT wildcards {@code + # /}
 */
public record FloorId(String value) implements Comparable<FloorId> {

  public FloorId {
    Ids.check("FloorId", value);
  }

  @Override
  public int compareTo(FloorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
