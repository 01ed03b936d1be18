package io.hearth.adapter.coap.thing;

import io.hearth.adapter.coap.content.Format;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.WebLink;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.server.resources.ResourceAttributes;

/**
 * A resource as its server lists it (RFC 6690).
 *
 * @param path from the root, without a slash at its end
 * @param types the words of {@code rt}
 * @param interfaces the words of {@code if}
 * @param formats the known ones of {@code ct}
 * @param observable whether {@code obs} is there
 */
public record Link(
    String path,
    List<String> types,
    List<String> interfaces,
    List<Format> formats,
    boolean observable,
    Optional<String> title) {

  private static final int MAX_LINKS = 2000;

  public Link {
    types = List.copyOf(types);
    interfaces = List.copyOf(interfaces);
    formats = List.copyOf(formats);
  }

  /**
   * Reads a list of links; those to other servers are left out.
   *
   * @throws MalformedPayloadException when it is none, or has more than {@value #MAX_LINKS} links
   */
  public static List<Link> parse(String linkFormat) throws MalformedPayloadException {
    List<Link> links = new ArrayList<>();
    try {
      for (WebLink each : LinkFormat.parse(linkFormat)) {
        if (isHere(each.getURI())) {
          links.add(of(each));
        }
      }
    } catch (RuntimeException | StackOverflowError failure) {
      throw new MalformedPayloadException("not a list of links", failure);
    }
    if (links.size() > MAX_LINKS) {
      throw new MalformedPayloadException("more than " + MAX_LINKS + " links");
    }
    links.sort(Comparator.comparing(Link::path)); // the library has them in no order
    return List.copyOf(links);
  }

  /** A path of the server itself; one that cannot be a path does not spoil the others. */
  private static boolean isHere(String target) {
    if (!target.startsWith("/") || target.startsWith("//")) {
      return false;
    }
    try {
      return !new URI(target).isAbsolute();
    } catch (URISyntaxException noPath) {
      return false;
    }
  }

  private static Link of(WebLink link) {
    ResourceAttributes attributes = link.getAttributes();
    String path = link.getURI().replaceAll("/+$", "");
    return new Link(
        path.isEmpty() ? "/" : path,
        attributes.getResourceTypes(),
        attributes.getInterfaceDescriptions(),
        formats(attributes.getContentTypes()),
        attributes.hasObservable(),
        Optional.ofNullable(attributes.getTitle()).filter(title -> !title.isBlank()));
  }

  private static List<Format> formats(List<String> contentTypes) {
    return contentTypes.stream()
        .flatMap(words -> Arrays.stream(words.split("\\s+", -1)))
        .filter(word -> word.matches("\\d{1,5}"))
        .flatMap(word -> Format.of(Integer.parseInt(word)).stream())
        .toList();
  }
}
