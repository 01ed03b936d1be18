package io.hearth.adapter.mqtt;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.CodecException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Puts what brokers and sockets say about failures into words that help.
 *
 * @param keys what the configuration keys begin with that may be wrong
 */
record MqttReasons(String keys) {

  /** What is said of a message that the broker took and nobody there listens to. */
  static final String NOBODY = "nothing listens to its commands";

  private static final int NOBODY_SUBSCRIBES = 0x10;
  private static final int REFUSED = 0x80;

  String of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CodecException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case ConnectTimeoutException timeout -> "nothing answers there";
      case ConnectException refused -> "nothing listens there";
      case UnknownHostException unknown -> "no such host";
      case SSLException tls -> ofTls(tls);
      case IOException broken -> "connection broken: " + broken.getMessage();
      default -> cause.getClass().getSimpleName() + ": " + cause.getMessage();
    };
  }

  private String ofTls(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof CertificateException && message.startsWith("No ")) {
        return "the broker's certificate is for another name: " + message;
      }
      if (message.contains("PKIX path")) {
        return "the broker's certificate is vouched for by nobody known (" + keys + ".tls.caFile)";
      }
    }
    String message = String.valueOf(failure.getMessage());
    return message.contains("certificate_required") || message.contains("bad_certificate")
        ? "the broker wants another client certificate (" + keys + ".tls.certificateFile)"
        : "TLS failed: " + message;
  }

  static boolean isRefusal(int code) {
    return code >= REFUSED;
  }

  /** Why a published message went to nobody; empty when it went its way. */
  Optional<String> ofPublication(int code) {
    if (code == NOBODY_SUBSCRIBES) {
      return Optional.of(NOBODY);
    }
    return isRefusal(code) ? Optional.of(of(code, "the broker refused it")) : Optional.empty();
  }

  String of(int code, String otherwise) {
    return switch (code) {
      case 0x86, 0x04 ->
          "the broker does not accept the user or password ("
              + keys
              + ".user, "
              + keys
              + ".password)";
      case 0x87, 0x05 -> "the broker does not allow it (" + keys + ".user)";
      case 0x84, 0x01 -> "the broker does not speak MQTT 5";
      case 0x85, 0x02 -> "the broker does not accept the client id (" + keys + ".clientId)";
      case 0x8E -> "another program uses the same client id (" + keys + ".clientId)";
      case 0x8B -> "the broker shuts down";
      case 0x97 -> "the broker says that a quota is exceeded";
      default -> otherwise + (code == 0 ? "" : " (code " + code + ")");
    };
  }
}
