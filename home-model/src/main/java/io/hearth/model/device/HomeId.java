package io.hearth.model.device;

/**
 * Identifies a home.
 *
 * @param value not blank, at most {@value Ids#MAX_LENGTH} characters, no white space, none of the
 *     MQTT wildcards {@code + # /}
 */
public record HomeId(String value) implements Comparable<HomeId> {

  public HomeId {
    Ids.check("HomeId", value);
  }

  @Override
  public int compareTo(HomeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
