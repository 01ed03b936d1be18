package io.hearth.model.owntype;

import io.hearth.model.device.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What shows that a description is right. */
public record Samples(List<Told> told, List<Ordered> ordered, List<Sentence> sentences) {

  /**
   * What a device sends, and what it means.
   *
   * @param at the topic or address, of one device
   * @param payload not to be changed
   * @param line where it stands in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Told(String at, byte[] payload, Map<String, Value> state, int line) {
    public Told {
      state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
    }
  }

  /**
   * A command, and what is sent for it.
   *
   * @param at the topic or address, of one device
   * @param payload not to be changed
   * @param line where it stands in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Ordered(
      String action, Map<String, Value> arguments, String at, byte[] payload, int line) {
    public Ordered {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
  }

  /**
   * What somebody says, and what is meant.
   *
   * @param intent a word of the vocabulary
   * @param action what the device is told; empty when that does not matter
   * @param arguments of the action, those that matter
   * @param property what is asked for
   * @param line where it stands in the file
   */
  public record Sentence(
      String say,
      String intent,
      Optional<String> action,
      Map<String, Value> arguments,
      Optional<String> property,
      int line) {
    public Sentence {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
  }

  public Samples {
    told = List.copyOf(told);
    ordered = List.copyOf(ordered);
    sentences = List.copyOf(sentences);
  }
}
