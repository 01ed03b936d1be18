package io.hearth.gateway.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where the HTTP API and the web page are.
 *
 * @param host the name or address to listen on; a loopback address lets in this machine only
 * @param port 0 to 65535, 0 takes a free one
 * @param token what every request must bring, the page's own files and health left out; needed
 *     where others than this machine can connect
 */
public record HttpSettings(String host, int port, Optional<String> token) {

  public HttpSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535 but is " + port);
    }
    if (token.isEmpty() && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "http.host "
              + host
              + " lets others than this machine command the home, and there is no token; name a"
              + " file for one with http.tokenFile (HEARTH_HTTP_TOKEN_FILE), or set http.host to"
              + " 127.0.0.1");
    }
  }

  /** Without a token. */
  public HttpSettings(String host, int port) {
    this(host, port, Optional.empty());
  }

  /** This machine only, on a free port. */
  public static HttpSettings loopback() {
    return new HttpSettings("127.0.0.1", 0);
  }

  /** Whether only this machine can connect; an unknown host name counts as not. */
  boolean isLoopback() {
    return isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "HttpSettings[" + host + ":" + port + "]";
  }
}
