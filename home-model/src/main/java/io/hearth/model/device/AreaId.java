package io.hearth.model.device;

/**
 * Identifies an area (a room or an outdoor place).
 *
 * @param value not blank, at most {@value Ids#MAX_LENGTH} characters, no white space, none of the
 *     MQTT wildcards {@code + # /}
 */
public record AreaId(String value) implements Comparable<AreaId> {

  public AreaId {
    Ids.check("AreaId", value);
  }

  @Override
  public int compareTo(AreaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
