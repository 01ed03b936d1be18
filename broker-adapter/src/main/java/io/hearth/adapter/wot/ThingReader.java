package io.hearth.adapter.wot;

import io.hearth.adapter.wot.Thing.Affordance;
import io.hearth.adapter.wot.Thing.Form;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads a Thing Description that fits the schema. */
final class ThingReader {

  static final int MOST_AFFORDANCES = 512;
  private static final Pattern VARIABLES = Pattern.compile("\\{([?&/#+.;]?)([^{}]*)}");
  private static final Set<String> MEDIA =
      Set.of("application/json", "text/plain", "application/senml+json");
  private static final Set<String> SCHEMES = Set.of("nosec", "basic", "bearer", "psk");

  private final JsonNode document;
  private final Map<String, String> schemes = new LinkedHashMap<>();

  private ThingReader(JsonNode document) {
    this.document = document;
    document
        .path("securityDefinitions")
        .properties()
        .forEach(
            entry -> schemes.put(entry.getKey(), entry.getValue().path("scheme").asString("")));
  }

  /**
   * Reads one.
   *
   * @throws ThingException naming the place that is wrong
   */
  static Thing read(JsonNode document) throws ThingException {
    ThingSchema.check(document);
    return new ThingReader(document).thing();
  }

  private Thing thing() throws ThingException {
    String title = document.path("title").asString("");
    return new Thing(
        document.path("id").asString(title),
        title,
        types(document),
        affordances("properties"),
        affordances("actions"));
  }

  private List<Affordance> affordances(String kind) throws ThingException {
    List<Affordance> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : document.path(kind).properties()) {
      if (all.size() == MOST_AFFORDANCES) {
        throw new ThingException("/" + kind + ": more than " + MOST_AFFORDANCES);
      }
      all.add(affordance(kind, entry.getKey(), entry.getValue()));
    }
    return all;
  }

  private Affordance affordance(String kind, String name, JsonNode json) throws ThingException {
    boolean property = kind.equals("properties");
    boolean readOnly = json.path("readOnly").asBoolean(false);
    boolean writeOnly = json.path("writeOnly").asBoolean(false);
    List<Form> forms = new ArrayList<>();
    int index = 0;
    for (JsonNode form : json.path("forms")) {
      String where = "/" + kind + "/" + name + "/forms/" + index++;
      form(form, json, property ? usual(readOnly, writeOnly) : Set.of("invokeaction"), where)
          .ifPresent(forms::add);
    }
    return new Affordance(
        name,
        types(json),
        property ? json : json.path("input"),
        property && !writeOnly,
        property && !readOnly,
        forms);
  }

  private static Set<String> usual(boolean readOnly, boolean writeOnly) {
    return readOnly
        ? Set.of("readproperty")
        : writeOnly ? Set.of("writeproperty") : Set.of("readproperty", "writeproperty");
  }

  /** Empty for what is done by a protocol or in a form of content that Hearth does not speak. */
  private Optional<Form> form(JsonNode form, JsonNode owner, Set<String> usual, String where)
      throws ThingException {
    URI uri = uri(form.path("href").asString(""), owner, where + "/href");
    String content = form.path("contentType").asString("application/json").split(";", 2)[0].strip();
    if (!MEDIA.contains(content)) {
      return Optional.empty();
    }
    Set<String> operations = new LinkedHashSet<>(texts(form.path("op")));
    if (operations.isEmpty()) {
      operations.addAll(usual);
    }
    String protocol = uri.getScheme();
    return switch (protocol) {
      case "mqtt", "mqtts", "mqtt+ws" ->
          Optional.of(
              new Form(
                  uri,
                  operations,
                  Optional.of(topic(form, uri, where)),
                  Optional.empty(),
                  content,
                  qos(form),
                  Set.of()));
      case "coap", "coaps" ->
          Optional.of(
              new Form(
                  uri,
                  operations,
                  Optional.empty(),
                  text(form, "cov:method").or(() -> text(form, "cov:methodName")),
                  content,
                  1,
                  schemes(form, where)));
      case "http", "https" ->
          Optional.of(
              new Form(
                  uri,
                  polled(operations, form),
                  Optional.empty(),
                  text(form, "htv:methodName"),
                  content,
                  1,
                  schemes(form, where)));
      default -> Optional.empty();
    };
  }

  /** Over HTTP a property is observed by reading it again; a long poll or a stream is not used. */
  private static Set<String> polled(Set<String> operations, JsonNode form) {
    if (form.path("subprotocol").isMissingNode()) {
      return operations;
    }
    Set<String> some = new LinkedHashSet<>(operations);
    some.remove("observeproperty");
    return some;
  }

  private URI uri(String href, JsonNode owner, String where) throws ThingException {
    String filled = filled(href, owner);
    try {
      URI base = URI.create(filled(document.path("base").asString(""), owner));
      URI uri = base.toString().isEmpty() ? URI.create(filled) : base.resolve(filled);
      if (uri.getScheme() == null) {
        throw new ThingException(where + ": is relative, and the description has no base");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new ThingException(where + ": is no address");
    }
  }

  /** URI variables take their default or their only choice; those that may be missing are. */
  private static String filled(String href, JsonNode owner) {
    Matcher matcher = VARIABLES.matcher(href);
    return matcher.replaceAll(match -> {
      StringBuilder query = new StringBuilder();
      for (String name : match.group(2).split(",", -1)) {
        JsonNode variable = owner.path("uriVariables").path(name);
        JsonNode value =
            variable.has("default")
                ? variable.path("default")
                : variable.has("const") ? variable.path("const") : variable.path("enum").path(0);
        if (!value.isMissingNode()) {
          boolean named = match.group(1).equals("?") || match.group(1).equals("&");
          query
              .append(query.isEmpty() ? match.group(1) : named ? "&" : ",")
              .append(named ? name + "=" : "")
              .append(value.asString(""));
        }
      }
      return Matcher.quoteReplacement(query.toString());
    });
  }

  private static String topic(JsonNode form, URI uri, String where) throws ThingException {
    String topic =
        text(form, "mqv:topic")
            .or(() -> text(form, "mqv:filter"))
            .orElse(uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", ""));
    if (topic.isEmpty() || topic.length() > 512 || topic.contains("+") || topic.contains("#")) {
      throw new ThingException(where + ": has no topic, or one with wildcards");
    }
    return topic;
  }

  private static int qos(JsonNode form) {
    return switch (form.path("mqv:qos").asString("1")) {
      case "0" -> 0;
      case "2" -> 2;
      default -> 1;
    };
  }

  private Set<String> schemes(JsonNode form, String where) throws ThingException {
    JsonNode security = form.has("security") ? form.path("security") : document.path("security");
    Set<String> used = new LinkedHashSet<>();
    for (String name : texts(security)) {
      String scheme = schemes.getOrDefault(name, "");
      if (!SCHEMES.contains(scheme)) {
        throw new ThingException(
            where + ": is secured by " + name + ", which is " + scheme + "; known are " + SCHEMES);
      }
      used.add(scheme);
    }
    used.remove("nosec");
    return used;
  }

  private static Optional<String> text(JsonNode json, String name) {
    return json.path(name).stringValueOpt().filter(text -> !text.isBlank());
  }

  private static Set<String> types(JsonNode json) {
    return new LinkedHashSet<>(texts(json.path("@type")));
  }

  private static List<String> texts(JsonNode json) {
    if (json.isArray()) {
      return json.valueStream().flatMap(node -> node.stringValueOpt().stream()).toList();
    }
    return json.stringValueOpt().stream().toList();
  }
}
