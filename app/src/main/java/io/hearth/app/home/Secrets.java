package io.hearth.app.home;

import io.hearth.adapter.broker.Passwords;
import io.hearth.adapter.wire.SecretFile;
import io.hearth.app.config.AppConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets that stand in files of their own, for their owner's eyes only. */
public final class Secrets {

  private Secrets() {}

  /**
   * What a file holds; where there is none, one is made with a secret that nobody can guess.
   *
   * @param key what the file is, for messages
   * @throws IllegalArgumentException in one line when others may read it
   */
  static String readOrMake(Path file, String key) {
    if (!Files.exists(file)) {
      SecretFile.write(file, Passwords.generate() + "\n");
    }
    return SecretFile.read(file, key);
  }

  /** The token that the web app asks for, made where its file is not there; empty for none. */
  public static Optional<String> httpToken(AppConfig.Http http) {
    return Optional.ofNullable(http.tokenFile())
        .filter(file -> !file.isBlank())
        .map(file -> readOrMake(Path.of(file), "http.tokenFile"));
  }

  /** The password for the external broker; empty where none is given. */
  static String mqttPassword(AppConfig.Mqtt mqtt) {
    String file = mqtt.passwordFile();
    String password = mqtt.password();
    return file != null
        ? SecretFile.read(Path.of(file), "mqtt.passwordFile")
        : password == null ? "" : password;
  }
}
