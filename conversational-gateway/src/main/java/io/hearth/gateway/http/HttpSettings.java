package io.hearth.gateway.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the HTTP API and the web page are.
 *
 * @param host the name or address to listen on; a loopback address lets in this machine only
 * @param port 0 to 65535, 0 takes a free one
 */
public record HttpSettings(String host, int port) {

  public HttpSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535 but is " + port);
    }
  }

  /** This machine only, on a free port. */
  public static HttpSettings loopback() {
    return new HttpSettings("127.0.0.1", 0);
  }

  /** Whether only this machine can connect; an unknown host name counts as not. */
  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
