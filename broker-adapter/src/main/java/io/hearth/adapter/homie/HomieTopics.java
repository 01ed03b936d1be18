package io.hearth.adapter.homie;

import java.util.regex.Pattern;

/** Where a Homie device speaks. */
record HomieTopics(String base) {

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,127}");

  static HomieTopics version5(String domain, String device) {
    return new HomieTopics(domain + "/5/" + device);
  }

  static HomieTopics version4(String domain, String device) {
    return new HomieTopics(domain + "/" + device);
  }

  /** Whether this may be a level of a topic; capitals and {@code _} are borne with. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  String state() {
    return base + "/$state";
  }

  String property(String node, String property) {
    return base + "/" + node + "/" + property;
  }

  String set(String node, String property) {
    return property(node, property) + "/set";
  }

  String target(String node, String property) {
    return property(node, property) + "/$target";
  }

  /** The same place of another device of the same domain and version. */
  HomieTopics sibling(String device) {
    return new HomieTopics(base.substring(0, base.lastIndexOf('/') + 1) + device);
  }
}
