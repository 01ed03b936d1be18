package io.hearth.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The compiled rules and a few working memories for them, used again and again: emptying one is
 * much cheaper than making one. Safe from any thread.
 */
final class RuleSessions {

  private final KieBase rules;
  private final BlockingQueue<Session> idle;

  RuleSessions() {
    rules = CompiledRules.load();
    idle = new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
  }

  /** The names of all rules. */
  List<String> names() {
    return rules.getKiePackages().stream()
        .flatMap(pack -> pack.getRules().stream())
        .map(rule -> rule.getName())
        .sorted()
        .toList();
  }

  /** What the rules say when these are all the facts. */
  List<EvidenceSheet.Entry> evidence(Moment moment, Collection<Candidate> candidates) {
    Session session = idle.poll();
    if (session == null) {
      session = new Session(rules.newKieSession());
    }
    List<EvidenceSheet.Entry> evidence = session.evidence(moment, candidates);
    // After an exception the session is not given back: it may still hold facts.
    if (!idle.offer(session)) {
      session.close();
    }
    return evidence;
  }

  private static final class Session {
    private final KieSession memory;
    private final EvidenceSheet sheet = new EvidenceSheet();

    Session(KieSession memory) {
      this.memory = memory;
      memory.setGlobal("evidence", sheet);
      memory.addEventListener(sheet);
    }

    List<EvidenceSheet.Entry> evidence(Moment moment, Collection<Candidate> candidates) {
      List<FactHandle> facts = new ArrayList<>(candidates.size() + 1);
      facts.add(memory.insert(moment));
      candidates.forEach(candidate -> facts.add(memory.insert(candidate)));
      memory.fireAllRules();
      facts.forEach(memory::delete);
      return sheet.take();
    }

    void close() {
      memory.dispose();
    }
  }
}
