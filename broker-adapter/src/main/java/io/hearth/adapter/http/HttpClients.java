package io.hearth.adapter.http;

import io.hearth.adapter.wire.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * Asks web servers, with all limits: only where it is allowed to, no redirects, no body without
 * end. Blocks; to be used on virtual threads.
 */
public final class HttpClients implements AutoCloseable {

  private final HttpConfig config;
  private final HttpClient client;

  /** An answer with as much of the body as is wanted. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Reply(int status, byte[] body, Optional<String> etag, Optional<String> mediaType) {

    public boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  public HttpClients(HttpConfig config) {
    this.config = config;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(config.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A request to a URI, with the credentials that are kept for it. */
  public HttpRequest.Builder request(URI uri) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(config.timeout());
    Path secret = config.secrets().get(HttpConfig.authority(uri));
    if (secret != null) {
      String line = PrivateFile.line("things.secrets", secret);
      request.header(
          "Authorization",
          line.contains(":")
              ? "Basic " + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8))
              : "Bearer " + line);
    }
    return request;
  }

  /**
   * Sends a request.
   *
   * @param mostBytes of a body; a larger one is an error
   * @throws IOException when it may not be asked, cannot be reached or says too much
   */
  public Reply send(HttpRequest request, int mostBytes) throws IOException, InterruptedException {
    check(request.uri());
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      byte[] body = in.readNBytes(mostBytes + 1);
      if (body.length > mostBytes) {
        throw new IOException("the answer is larger than " + mostBytes + " bytes");
      }
      return new Reply(
          response.statusCode(),
          body,
          response.headers().firstValue("ETag"),
          response.headers().firstValue("Content-Type"));
    }
  }

  private void check(URI uri) throws IOException {
    if (config.anywhere()) {
      return;
    }
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      if (!isNear(address)) {
        throw new IOException(
            uri.getHost() + " is not in the local network; things.anywhere allows it");
      }
    }
  }

  private static boolean isNear(InetAddress address) {
    byte first = address.getAddress()[0];
    boolean uniqueLocal = address.getAddress().length == 16 && (first & 0xfe) == 0xfc;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || uniqueLocal;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
