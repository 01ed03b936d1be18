package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who Hearth is at the broker.
 *
 * @param user empty where the broker asks for nobody, or tells by the certificate
 * @param password the secret itself
 * @param passwordFile or a file of mode 0600 with the secret as its first line, read again for each
 *     connection
 */
public record MqttLogin(
    Optional<String> user, Optional<String> password, Optional<Path> passwordFile) {

  /** With a user and a password that is never printed. */
  public static MqttLogin of(String user, String password) {
    return new MqttLogin(Optional.of(user), Optional.of(password), Optional.empty());
  }

  public static MqttLogin nobody() {
    return new MqttLogin(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What does not go together, beginning with the last part of a key. */
  Optional<String> fault() {
    if (user.isEmpty() && (password.isPresent() || passwordFile.isPresent())) {
      return Optional.of("password is given without user");
    }
    return password.isPresent() && passwordFile.isPresent()
        ? Optional.of("password and passwordFile are both given; one is enough")
        : Optional.empty();
  }

  /**
   * The password as it is now.
   *
   * @param keys what the configuration keys begin with, for messages
   * @throws IOException when its file cannot be read, or others can read it too
   */
  Optional<byte[]> secret(String keys) throws IOException {
    Optional<String> now =
        passwordFile.isPresent()
            ? Optional.of(PrivateFile.line(keys + ".passwordFile", passwordFile.get()))
            : password;
    return now.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says who, never the secret. */
  @Override
  public String toString() {
    return user.orElse("nobody");
  }
}
