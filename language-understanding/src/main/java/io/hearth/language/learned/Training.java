package io.hearth.language.learned;

import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.dataset.MinimumCardinalityDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.DataSourceProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.sequence.MutableSequenceDataset;
import org.tribuo.sequence.SequenceExample;
import org.tribuo.sequence.SequenceModel;

/** Trains the classifier and the labeller; the same samples give the same weights. */
final class Training {

  private static final LabelFactory LABELS = new LabelFactory();
  private static final int RARE = 2;
  private static final int EPOCHS = 5;
  private static final int SLOT_EPOCHS = 3;
  private static final double RATE = 0.15;
  private static final double SLOT_RATE = 0.3;
  private static final int QUIET = 1_000_000;
  private static final long SEED = 4;

  private final Vectors vectors;

  Training(Vectors vectors) {
    this.vectors = vectors;
  }

  private static DataSourceProvenance source() {
    return new SimpleDataSourceProvenance("corpus", java.time.OffsetDateTime.MIN, LABELS);
  }

  Model<Label> senses(List<Sample> samples) {
    MutableDataset<Label> data = new MutableDataset<>(source(), LABELS);
    for (Sample sample : samples) {
      data.add(
          new ArrayExample<>(
              new Label(sample.sense()),
              Features.ofSentence(sample.words(), vectors.of(sample.words()))));
    }
    return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(RATE, 0.1), EPOCHS, QUIET, SEED)
        .train(new MinimumCardinalityDataset<>(data, RARE));
  }

  SequenceModel<Label> slots(List<Sample> samples) {
    MutableSequenceDataset<Label> data = new MutableSequenceDataset<>(source(), LABELS);
    for (Sample sample : samples) {
      List<String> labels = Labels.of(sample.words().size(), sample.marks());
      SequenceExample<Label> sequence = new SequenceExample<>();
      for (int at = 0; at < labels.size(); at++) {
        sequence.addExample(
            new ArrayExample<>(new Label(labels.get(at)), Features.ofWord(sample.words(), at)));
      }
      data.add(sequence);
    }
    return new CRFTrainer(new AdaGrad(SLOT_RATE, 0.1), SLOT_EPOCHS, QUIET, SEED)
        .train(data, Map.of());
  }
}
