package io.hearth.language.learned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The short name of what a model was trained from: its samples and the classes that trained it. */
final class Fingerprint {

  private static final int LENGTH = 12;
  private static final List<String> TRAINING =
      List.of("Features", "Training", "Encoder", "Quality");

  private Fingerprint() {}

  static String of(List<Sample> samples, Path classes) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Sample sample : samples) {
        digest.update(sample.toString().getBytes(StandardCharsets.UTF_8));
      }
      for (String name : TRAINING) {
        digest.update(Files.readAllBytes(classes.resolve(name + ".class")));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
