package io.hearth.adapter.mqtt;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** Puts what Paho and brokers say about failures into words that help. */
final class PahoReasons {

  private static final int NOBODY_SUBSCRIBES = 0x10;
  private static final int REFUSED = 0x80;

  private PahoReasons() {}

  static String of(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof MqttException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case null -> "no reason given";
      case ConnectException refused -> "nothing listens there";
      case UnknownHostException unknown -> "no such host";
      case EOFException end -> "the broker closed the connection";
      case MqttException mqtt -> ofCode(mqtt.getReasonCode(), mqtt.getMessage());
      default -> cause.getClass().getSimpleName() + ": " + cause.getMessage();
    };
  }

  /** Whether the broker takes no more before it has acknowledged what it has. */
  static boolean isFull(Exception failure) {
    return failure instanceof MqttException mqtt
        && mqtt.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT;
  }

  static String ofDisconnect(int code, @Nullable String said) {
    return ofCode(code, said == null ? "the connection ended" : said);
  }

  /** Why a published message went to nobody; empty when it went its way. */
  static Optional<String> ofPublication(int @Nullable [] codes) {
    int code = codes == null || codes.length == 0 ? 0 : codes[0];
    if (code == NOBODY_SUBSCRIBES) {
      return Optional.of("nothing listens to its commands");
    }
    return code >= REFUSED
        ? Optional.of(ofCode(code, "the broker refused the command"))
        : Optional.empty();
  }

  private static String ofCode(int code, @Nullable String otherwise) {
    return switch (code) {
      case 0x86 -> "the broker does not accept the user or password (mqtt.user, mqtt.password)";
      case 0x87 -> "the broker does not allow it (mqtt.user)";
      case 0x84 -> "the broker does not speak MQTT 5";
      case 0x8E -> "another program uses the same client id (mqtt.clientId)";
      case 0x8B -> "the broker shuts down";
      default -> otherwise + (code == 0 ? "" : " (code " + code + ")");
    };
  }
}
