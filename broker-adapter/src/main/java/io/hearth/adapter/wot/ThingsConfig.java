package io.hearth.adapter.wot;

import io.hearth.adapter.http.HttpConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where Thing Descriptions come from.
 *
 * @param folder with files {@code *.json} and {@code *.jsonld}; watched
 * @param urls of descriptions, asked for until they answer and then now and again
 * @param topics filters for descriptions that are kept at the broker
 * @param http how things over HTTP are spoken to
 */
public record ThingsConfig(
    Optional<Path> folder, List<URI> urls, List<String> topics, HttpConfig http) {

  private static final Set<String> SCHEMES = Set.of("http", "https", "coap", "coaps");

  public ThingsConfig {
    urls = List.copyOf(urls);
    topics = List.copyOf(topics);
    for (URI url : urls) {
      boolean known = url.getScheme() != null && SCHEMES.contains(url.getScheme());
      if (!known || url.getHost() == null) {
        throw new IllegalArgumentException(
            "things.urls: must be like http://host/path or coap://host/path but is " + url);
      }
    }
  }

  /** Those of the addresses that are of CoAP servers. */
  public List<URI> coapUrls() {
    return urls.stream().filter(ThingsConfig::isCoap).toList();
  }

  static boolean isCoap(URI url) {
    return url.getScheme().startsWith("coap");
  }

  /** Descriptions at the broker only. */
  public static ThingsConfig usual() {
    return new ThingsConfig(
        Optional.empty(), List.of(), ThingConvention.USUAL_TOPICS, HttpConfig.usual());
  }
}
