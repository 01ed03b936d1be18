package io.hearth.adapter.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How web servers that are devices are spoken to.
 *
 * @param interval between two readings of a property; at least 100 ms
 * @param timeout of a request
 * @param anywhere whether addresses outside of this machine and the local network may be asked, too
 * @param secrets files with a line {@code user:password} or {@code token}, by authority ({@code
 *     host:port} as a description writes it); mode 0600
 */
public record HttpConfig(
    Duration interval, Duration timeout, boolean anywhere, Map<String, Path> secrets) {

  public HttpConfig {
    secrets = Map.copyOf(secrets);
    if (interval.toMillis() < 100) {
      throw new IllegalArgumentException("things.interval must be at least 100 ms");
    }
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException("things.timeout must be at least 1 ms");
    }
  }

  /** Every ten seconds, within the local network. */
  public static HttpConfig usual() {
    return new HttpConfig(Duration.ofSeconds(10), Duration.ofSeconds(5), false, Map.of());
  }

  static String authority(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }
}
