package io.hearth.language.grammar;

import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A sentence form: what people say, and what is meant by it. */
public final class Form {

  private static final Set<String> DEVICE_SLOTS =
      Set.of("target", "scene", "script", "list", "calendar", "person", "weather_device");

  private final String template;
  private final Optional<Intent> intent;
  private final String act;
  private final int rank;
  private final double weight;
  private final Map<String, Value> constants;
  private final List<String> implied;
  private final String scope;
  private final boolean indirect;
  private final boolean strict;
  private final List<String> of;
  private final List<String> unlike;
  private final Automaton automaton;
  private final Anchors.Anchor anchor;
  private final boolean hasDevice;

  Form(FormEntry entry, String template, Optional<Intent> intent, int rank, Part part) {
    this.template = template;
    this.intent = intent;
    this.act = entry.act();
    this.rank = rank;
    this.weight = entry.weight();
    this.constants = entry.constants();
    this.implied = entry.implied();
    this.scope = entry.scope();
    this.indirect = entry.indirect();
    this.strict = entry.strict();
    this.of = entry.of();
    this.unlike = entry.unlike();
    this.automaton = Automaton.of(part);
    this.anchor = Anchors.of(part);
    this.hasDevice = automaton.slotTypes().stream().anyMatch(type -> DEVICE_SLOTS.contains(type));
  }

  /** As it is written in the grammar. */
  public String template() {
    return template;
  }

  /** What is meant; empty for a form that only leans on what was said before. */
  public Optional<Intent> intent() {
    return intent;
  }

  /** What a form without intent does with what was said before, e.g. {@code same}. */
  public String act() {
    return act;
  }

  /** The intent's place among those of the same entry, 0 for the most fitting. */
  public int rank() {
    return rank;
  }

  /** How readily the form means it, up to 1. */
  public double weight() {
    return weight;
  }

  /** Slots that the form itself gives. */
  public Map<String, Value> constants() {
    return constants;
  }

  /** Ids of the things meant when none is named; empty for whatever can do it. */
  public List<String> implied() {
    return implied;
  }

  /** Which of the implied things: here, everywhere or each. */
  public String scope() {
    return scope;
  }

  /** Whether it means this only for devices that can do it. */
  public boolean strict() {
    return strict;
  }

  /** Ids of the things of which alone it means this; empty for any. */
  public List<String> of() {
    return of;
  }

  /** Ids of the things of which it means something else: an awning is not closed by lowering it. */
  public List<String> unlike() {
    return unlike;
  }

  /** Whether it is said about the home rather than to it. */
  public boolean indirect() {
    return indirect;
  }

  Automaton automaton() {
    return automaton;
  }

  /** Whether it has a slot of its own for devices. */
  boolean hasDevice() {
    return hasDevice;
  }

  Anchors.Anchor anchor() {
    return anchor;
  }

  @Override
  public String toString() {
    return intent.map(Intent::word).orElse(act) + ": " + template;
  }
}
