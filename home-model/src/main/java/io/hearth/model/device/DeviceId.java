package io.hearth.model.device;

/**
 * Identifies a device, unique within its home, e.g. {@code oven.kitchen}.
 *
 * @param value not blank, at most {@value Ids#MAX_LENGTH} characters, no white space, none of the
 *     MQTT wildcards {@code + # /}
 */
public record DeviceId(String value) implements Comparable<DeviceId> {

  public DeviceId {
    Ids.check("DeviceId", value);
  }

  @Override
  public int compareTo(DeviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
