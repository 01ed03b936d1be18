package io.hearth.language.learned;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.util.tokens.impl.wordpiece.Wordpiece;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns words into one vector of their meaning with the sentence encoder all-MiniLM-L6-v2
 * (quantised; Wang et al. 2020, Reimers and Gurevych 2019): the mean of its word vectors, brought
 * to length one. Thread-safe.
 */
final class Encoder implements AutoCloseable {

  /** The length of a vector. */
  static final int SIZE = 384;

  private static final String FILES = "/all-minilm-l6-v2-q";
  private static final int LONGEST = 64;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Map<String, Long> pieces = new HashMap<>();
  private final Wordpiece wordpiece;
  private final long unknown;
  private final long start;
  private final long end;

  /**
   * Loads the encoder with one thread of work.
   *
   * @throws OrtException when ONNX Runtime refuses the model
   * @throws IOException when its files cannot be read
   */
  Encoder() throws OrtException, IOException {
    JsonNode words = JsonMapper.shared().readTree(file(FILES + "-tokenizer.json"));
    words
        .get("model")
        .get("vocab")
        .properties()
        .forEach(entry -> pieces.put(entry.getKey(), entry.getValue().asLong()));
    unknown = number("[UNK]");
    start = number("[CLS]");
    end = number("[SEP]");
    wordpiece = new Wordpiece(pieces.keySet(), "[UNK]");
    environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(file(FILES + ".onnx"), options);
    }
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = Encoder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the sentence encoder's file " + name + " is missing");
      }
      return in.readAllBytes();
    }
  }

  private long number(String piece) {
    Long number = pieces.get(piece);
    if (number == null) {
      throw new IllegalStateException("the sentence encoder has no piece " + piece);
    }
    return number;
  }

  /** The vector of words; the first 62 pieces of long talk count. */
  float[] encode(List<String> words) {
    List<Long> ids = new ArrayList<>();
    ids.add(start);
    for (String word : words) {
      for (String piece : wordpiece.wordpiece(word)) {
        if (ids.size() < LONGEST - 1) {
          ids.add(pieces.getOrDefault(piece, unknown));
        }
      }
    }
    ids.add(end);
    try {
      return run(ids);
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder failed: " + e.getMessage(), e);
    }
  }

  private float[] run(List<Long> ids) throws OrtException {
    int size = ids.size();
    long[][] numbers = new long[1][size];
    long[][] mask = new long[1][size];
    for (int i = 0; i < size; i++) {
      numbers[0][i] = ids.get(i);
      mask[0][i] = 1;
    }
    try (OnnxTensor input = OnnxTensor.createTensor(environment, numbers);
        OnnxTensor attention = OnnxTensor.createTensor(environment, mask);
        OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][size]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
      return mean(((float[][][]) result.get(0).getValue())[0]);
    }
  }

  private static float[] mean(float[][] rows) {
    float[] mean = new float[SIZE];
    for (float[] row : rows) {
      for (int i = 0; i < SIZE; i++) {
        mean[i] += row[i];
      }
    }
    double square = 0;
    for (float value : mean) {
      square += value * value;
    }
    float length = (float) Math.max(1e-9, Math.sqrt(square));
    for (int i = 0; i < SIZE; i++) {
      mean[i] /= length;
    }
    return mean;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
