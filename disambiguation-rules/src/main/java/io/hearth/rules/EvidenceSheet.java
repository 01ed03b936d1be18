package io.hearth.rules;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/**
 * Where rules write what speaks for or against a candidate; their only way out.
 *
 * <p>Which rule writes is known from the engine, so a rule says no more than the sentence.
 */
public final class EvidenceSheet extends DefaultAgendaEventListener {

  private final List<Entry> entries = new ArrayList<>();
  private String rule = "";

  EvidenceSheet() {}

  /**
   * Called by a rule's consequence.
   *
   * @param sentence the fact behind it, for people to read: "the oven is on"
   */
  public void give(Candidate candidate, String sentence) {
    entries.add(new Entry(rule, candidate, sentence));
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    rule = event.getMatch().getRule().getName();
  }

  /** What was written since the last time, in the order of firing, which means nothing. */
  List<Entry> take() {
    List<Entry> taken = List.copyOf(entries);
    entries.clear();
    return taken;
  }

  record Entry(String rule, Candidate candidate, String sentence) {}
}
