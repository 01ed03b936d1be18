package io.hearth.adapter.wot;

import io.hearth.adapter.http.HttpConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  public ThingsConfig {
    urls = List.copyOf(urls);
    topics = List.copyOf(topics);
    for (URI url : urls) {
      if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
        throw new IllegalArgumentException("things.urls: must be http or https but is " + url);
      }
    }
  }

  /** Descriptions at the broker only. */
  public static ThingsConfig usual() {
    return new ThingsConfig(
        Optional.empty(), List.of(), ThingConvention.USUAL_TOPICS, HttpConfig.usual());
  }
}
