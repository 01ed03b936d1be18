package io.hearth.language.learned;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableDataset;
import org.tribuo.VariableIDInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.crf.CRFParameters;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.sgd.protos.CRFModelProto;
import org.tribuo.dataset.MinimumCardinalityDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.Parameters;
import org.tribuo.math.la.DenseMatrix;
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
  private static final int EPOCHS = 3;
  private static final int SLOT_EPOCHS = 3;
  private static final double RATE = 0.25;
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

  Classifier senses(List<Sample> samples) {
    MutableDataset<Label> data = new MutableDataset<>(source(), LABELS);
    for (Sample sample : samples) {
      data.add(example(sample));
    }
    LinearSGDModel model =
        new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(RATE, 0.1), EPOCHS, QUIET, SEED)
            .train(new MinimumCardinalityDataset<>(data, RARE));
    ImmutableFeatureMap features = model.getFeatureIDMap();
    DenseMatrix matrix = model.getWeightsCopy(); // the last column is the bias
    List<String> labels = names(model.getOutputIDInfo());
    Weights weights = Weights.of(labels, column(matrix, labels.size(), features.size()));
    for (VariableInfo feature : features) {
      int id = ((VariableIDInfo) feature).getID();
      weights.put(feature.getName(), column(matrix, labels.size(), id));
    }
    return new Classifier(weights);
  }

  private Example<Label> example(Sample sample) {
    List<Feature> features = new ArrayList<>();
    Features.ofSentence(
        sample.words(),
        vectors.of(sample.words()),
        (name, value) -> features.add(new Feature(name, value)));
    return new ArrayExample<>(new Label(sample.sense()), features);
  }

  private static double[] column(DenseMatrix matrix, int rows, int column) {
    return IntStream.range(0, rows).mapToDouble(row -> matrix.get(row, column)).toArray();
  }

  private static List<String> names(ImmutableOutputInfo<Label> labels) {
    return IntStream.range(0, labels.size())
        .mapToObj(id -> labels.getOutput(id).getLabel())
        .toList();
  }

  Labeller slots(List<Sample> samples) {
    MutableSequenceDataset<Label> data = new MutableSequenceDataset<>(source(), LABELS);
    for (Sample sample : samples) {
      List<String> labels = Labels.of(sample.words().size(), sample.marks());
      SequenceExample<Label> sequence = new SequenceExample<>();
      for (int at = 0; at < labels.size(); at++) {
        List<Feature> features =
            Features.ofWord(sample.words(), at).stream().map(name -> new Feature(name, 1)).toList();
        sequence.addExample(new ArrayExample<>(new Label(labels.get(at)), features));
      }
      data.add(sequence);
    }
    SequenceModel<Label> model =
        new CRFTrainer(new AdaGrad(SLOT_RATE, 0.1), SLOT_EPOCHS, QUIET, SEED).train(data, Map.of());
    CRFParameters parameters = parameters(model);
    List<String> labels = names(model.getOutputIDInfo());
    int size = labels.size();
    Weights weights =
        Weights.of(labels, IntStream.range(0, size).mapToDouble(parameters::getBias).toArray());
    DenseMatrix matrix = (DenseMatrix) parameters.get()[1];
    for (VariableInfo feature : model.getFeatureIDMap()) {
      int id = ((VariableIDInfo) feature).getID();
      weights.put(feature.getName(), column(matrix, size, id));
    }
    float[][] follows = new float[size][size];
    for (int before = 0; before < size; before++) {
      for (int label = 0; label < size; label++) {
        follows[before][label] = (float) parameters.getWeight(before, label);
      }
    }
    return new Labeller(weights, follows);
  }

  /** Tribuo tells a field's parameters only in the form in which it stores them. */
  private static CRFParameters parameters(SequenceModel<Label> model) {
    try {
      CRFModelProto stored = model.serialize().getSerializedData().unpack(CRFModelProto.class);
      return (CRFParameters) Parameters.deserialize(stored.getParams());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("Tribuo does not read what it has written", e);
    }
  }
}
