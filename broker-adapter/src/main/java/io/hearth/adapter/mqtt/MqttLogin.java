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

  public MqttLogin {
    if (user.isEmpty() && (password.isPresent() || passwordFile.isPresent())) {
      throw new IllegalArgumentException("mqtt.password is given without mqtt.user");
    }
    if (password.isPresent() && passwordFile.isPresent()) {
      throw new IllegalArgumentException(
          "mqtt.password and mqtt.passwordFile are both given; one is enough");
    }
  }

  public static MqttLogin nobody() {
    return new MqttLogin(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The password as it is now.
   *
   * @throws IOException when its file cannot be read, or others can read it too
   */
  Optional<byte[]> secret() throws IOException {
    Optional<String> now =
        passwordFile.isPresent()
            ? Optional.of(PrivateFile.line("mqtt.passwordFile", passwordFile.get()))
            : password;
    return now.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says who, never the secret. */
  @Override
  public String toString() {
    return user.orElse("nobody");
  }
}
