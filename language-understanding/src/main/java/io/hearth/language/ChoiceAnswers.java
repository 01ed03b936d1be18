package io.hearth.language;

import io.hearth.language.reference.Situation;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Sentence;
import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compares an answer to "which one?" with what the candidates are called. */
final class ChoiceAnswers {

  private static final double SURE = 0.95;
  private static final int LONGEST = 8;

  private final Situation situation;
  private final Dialogue dialogue;
  private final Lexicon lexicon;

  ChoiceAnswers(Situation situation, Dialogue dialogue) {
    this.situation = situation;
    this.dialogue = dialogue;
    this.lexicon = situation.lexicon().lexicon();
  }

  /** The candidates that the words of the answer tell apart from the others. */
  List<Draft> drafts(Sentence sentence) {
    if (!(dialogue.question().orElse(null) instanceof PendingQuestion.Which which)) {
      return List.of();
    }
    List<String> words = contentWords(sentence);
    if (words.isEmpty() || words.size() > LONGEST) {
      return List.of();
    }
    List<Integer> covered = new ArrayList<>();
    int most = 0;
    for (Hypothesis candidate : which.candidates()) {
      Set<String> known = wordsOf(candidate);
      int count = (int) words.stream().filter(known::contains).count();
      covered.add(count);
      most = Math.max(most, count);
    }
    int best = most;
    long ties = covered.stream().filter(count -> count == best).count();
    if (most == 0 || ties == which.candidates().size()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < covered.size(); i++) {
      if (covered.get(i) == most) {
        double fit = SURE * most / words.size();
        Hypothesis candidate = which.candidates().get(i);
        drafts.add(
            new Draft(
                candidate.requests(),
                fit,
                1,
                1.0 / ties,
                List.of("chosen: " + sentence.heard(), candidate.parse().getFirst())));
      }
    }
    return drafts;
  }

  private List<String> contentWords(Sentence sentence) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < sentence.size(); at++) {
      String word = sentence.word(at);
      boolean empty =
          sentence.token(at).isPause()
              || lexicon.isIn("function_words", word)
              || lexicon.set("fillers").contains(List.of(word))
              || lexicon.isIn("talk", word)
              || lexicon.isIn("answering", word)
              || word.equals("1")
              || word.equals("ones");
      if (!empty) {
        words.add(word);
      }
    }
    return words;
  }

  /** Everything that the devices, places and values of a candidate are called. */
  private Set<String> wordsOf(Hypothesis candidate) {
    Set<String> words = new HashSet<>();
    for (Request request : candidate.requests()) {
      request.slots().values().forEach(value -> addText(words, value));
      for (DeviceId id : request.targets()) {
        situation.home().device(id).ifPresent(device -> addDevice(words, device));
      }
      addText(words, Value.of(apart(request.intent().word())));
      switch (request.grounding()) {
        case EVERYWHERE -> words.addAll(Set.of("everywhere", "house", "whole", "all"));
        case HERE -> words.add("here");
        default -> {
          // said by place and device
        }
      }
    }
    return words;
  }

  private void addDevice(Set<String> words, Device device) {
    words.addAll(situation.lexicon().wordsOf(device));
    words.addAll(situation.lexicon().sortWordsOf(device));
    Optional<Area> area = device.area().flatMap(situation.home()::area);
    area.ifPresent(a -> {
      words.addAll(lexicon.normalizer().words(a.name()));
      a.aliases().forEach(alias -> words.addAll(lexicon.normalizer().words(alias)));
    });
  }

  private void addText(Set<String> words, Value value) {
    if (value instanceof Value.Text(String text)) {
      words.addAll(lexicon.normalizer().words(text.replace('_', ' ')));
    }
  }

  /** "TurnOn" in words. */
  private static String apart(String word) {
    StringBuilder apart = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c) && !apart.isEmpty()) {
        apart.append(' ');
      }
      apart.append(c);
    }
    return apart.toString().toLowerCase(Locale.ROOT);
  }
}
