package io.hearth.model.device;

/**
 * Identifies a person of the home.
 *
 * @param value not blank, at most {@value Ids#MAX_LENGTH} characters, no white space, none of the
 *     MQTT wildcards {@code + # /}
 */
public record PersonId(String value) implements Comparable<PersonId> {

  public PersonId {
    Ids.check("PersonId", value);
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
