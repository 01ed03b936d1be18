package io.hearth.language.learned;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each feature speaks for each label, in a form that is small and soon read: a row of
 * bytes for each feature, with a scale of its own. Thread-safe once it is filled.
 */
final class Weights {

  private static final int MOST = 127;

  /** A row whose greatest weight is below this changes nothing and is left out. */
  private static final double LEAST = 0.01;

  private final List<String> labels;
  private final float[] bias;
  private final Map<String, Row> rows;

  /** The weights of a feature for all labels: bytes times a scale. */
  private static final class Row {
    private final float scale;
    private final byte[] parts;

    Row(float scale, byte[] parts) {
      this.scale = scale;
      this.parts = parts;
    }
  }

  private Weights(List<String> labels, float[] bias, Map<String, Row> rows) {
    this.labels = List.copyOf(labels);
    this.bias = bias;
    this.rows = rows;
  }

  /** Weights without features yet, with what speaks for each label beforehand. */
  static Weights of(List<String> labels, double[] bias) {
    float[] narrow = new float[bias.length];
    for (int i = 0; i < bias.length; i++) {
      narrow[i] = (float) bias[i];
    }
    return new Weights(labels, narrow, new HashMap<>());
  }

  void put(String feature, double[] weights) {
    double greatest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
    if (greatest >= LEAST) {
      float scale = (float) (greatest / MOST);
      byte[] parts = new byte[weights.length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = (byte) Math.round(weights[i] / scale);
      }
      rows.put(feature, new Row(scale, parts));
    }
  }

  List<String> labels() {
    return labels;
  }

  int features() {
    return rows.size();
  }

  /** What speaks for each label when nothing is said. */
  double[] start() {
    double[] scores = new double[bias.length];
    Arrays.setAll(scores, i -> bias[i]);
    return scores;
  }

  /** Adds what a feature speaks for each label; nothing for one that was never seen. */
  void add(String feature, double value, double[] scores) {
    Row row = rows.get(feature);
    if (row != null) {
      double factor = value * row.scale;
      byte[] parts = row.parts;
      for (int i = 0; i < parts.length; i++) {
        scores[i] += factor * parts[i];
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      out.writeUTF(labels.get(i));
      out.writeFloat(bias[i]);
    }
    out.writeInt(rows.size());
    for (Map.Entry<String, Row> entry : new TreeMap<>(rows).entrySet()) {
      Row row = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeFloat(row.scale);
      out.write(row.parts);
    }
  }

  static Weights read(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> labels = new ArrayList<>();
    float[] bias = new float[size];
    for (int i = 0; i < size; i++) {
      labels.add(in.readUTF());
      bias[i] = in.readFloat();
    }
    int count = in.readInt();
    Map<String, Row> rows = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      String feature = in.readUTF();
      float scale = in.readFloat();
      byte[] parts = new byte[size];
      in.readFully(parts);
      rows.put(feature, new Row(scale, parts));
    }
    return new Weights(labels, bias, rows);
  }
}
