package io.hearth.language.words;

/** The words of a language around numbers; read from its structure. */
final class NumberWords {

  final PhraseTrie<Boolean> minus;
  final PhraseTrie<Boolean> point;
  final PhraseTrie<Boolean> hundred;
  final PhraseTrie<Boolean> oneHundred;
  final PhraseTrie<Boolean> thousand;
  final PhraseTrie<Boolean> and;
  final PhraseTrie<Boolean> halfMore;
  final PhraseTrie<Boolean> one;
  final PhraseTrie<Boolean> half;
  final PhraseTrie<Boolean> timeBefore;
  final PhraseTrie<Boolean> notTime;
  final PhraseTrie<Double> counts;
  final PhraseTrie<Double> shares;

  NumberWords(Structure structure, Normalizer normalizer) {
    minus = structure.phrases(normalizer, "numbers", "minus");
    point = structure.phrases(normalizer, "numbers", "point");
    hundred = structure.phrases(normalizer, "numbers", "hundred");
    oneHundred = structure.phrases(normalizer, "numbers", "one_hundred");
    thousand = structure.phrases(normalizer, "numbers", "thousand");
    and = structure.phrases(normalizer, "numbers", "and");
    halfMore = structure.phrases(normalizer, "numbers", "half_more");
    one = structure.phrases(normalizer, "numbers", "one");
    half = structure.phrases(normalizer, "numbers", "half");
    timeBefore = structure.phrases(normalizer, "numbers", "time_before");
    notTime = structure.phrases(normalizer, "numbers", "not_time");
    counts = structure.numbers(normalizer, "counts");
    shares = structure.numbers(normalizer, "shares");
  }
}
