package io.hearth.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the web page and the description of the API, held in memory. */
final class PageFiles {

  /** What the page consists of, below {@code web/}. */
  static final List<String> PAGE =
      List.of(
          "index.html",
          "hearth.css",
          "icon.svg",
          "app.js",
          "api.js",
          "dom.js",
          "icons.js",
          "problems.js",
          "rooms.js",
          "talk.js",
          "why.js",
          "words.js");

  static final String OPENAPI = "openapi.yaml";

  /** The paths of all of them. */
  static final Set<String> PATHS =
      Stream.concat(Stream.of("", OPENAPI), PAGE.stream())
          .map(name -> "/" + name)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "webmanifest", "application/manifest+json",
          "yaml", "application/yaml; charset=utf-8");

  private final Map<String, PageFile> byPath = new LinkedHashMap<>();

  private record PageFile(Buffer content, String type, String tag) {}

  private PageFiles() {}

  /**
   * Reads all files from the class path.
   *
   * @throws UncheckedIOException when one is missing
   */
  static PageFiles load() {
    PageFiles files = new PageFiles();
    PAGE.forEach(name -> files.add("/" + name, "web/" + name));
    files.add("/", "web/index.html");
    files.add("/" + OPENAPI, OPENAPI);
    return files;
  }

  private void add(String path, String resource) {
    byte[] content = read(resource);
    String type = TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.') + 1), "");
    byPath.put(path, new PageFile(Buffer.buffer(content), type, tag(content)));
  }

  /** Paths of the page's own files. */
  List<String> paths() {
    return byPath.keySet().stream().filter(path -> !path.equals("/" + OPENAPI)).toList();
  }

  void serve(RoutingContext ctx, String path) {
    PageFile file = byPath.get(path);
    if (file == null) {
      ctx.fail(404);
      return;
    }
    var response =
        ctx.response().putHeader("ETag", file.tag()).putHeader("Cache-Control", "no-cache");
    if (file.tag().equals(ctx.request().getHeader("If-None-Match"))) {
      var unused = response.setStatusCode(304).end();
    } else {
      var unused = response.putHeader("Content-Type", file.type()).end(file.content());
    }
  }

  private static byte[] read(String resource) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("resource " + resource + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
