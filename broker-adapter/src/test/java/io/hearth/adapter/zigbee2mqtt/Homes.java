package io.hearth.adapter.zigbee2mqtt;

/** What a zigbee2mqtt of our own making says. */
final class Homes {

  static final String ON_OFF =
      "{\"type\":\"binary\",\"name\":\"state\",\"property\":\"state%s\",\"access\":7,"
          + "\"value_on\":\"ON\",\"value_off\":\"OFF\",\"endpoint\":\"%s\"}";

  private Homes() {}

  static String device(String address, String called, String model, String... exposes) {
    return "{\"ieee_address\":\"%s\",\"friendly_name\":\"%s\",\"type\":\"Router\","
            .formatted(address, called)
        + "\"interview_completed\":true,\"disabled\":false,\"power_source\":\"Mains\","
        + "\"definition\":{\"description\":\"%s\",\"exposes\":[%s]}}"
            .formatted(model, String.join(",", exposes));
  }

  static String list(String... entries) {
    return "[{\"ieee_address\":\"0x1\",\"type\":\"Coordinator\",\"friendly_name\":\"c\"}"
        + (entries.length == 0 ? "" : "," + String.join(",", entries))
        + "]";
  }

  static String colorLight(String endpoint) {
    String suffix = endpoint.isEmpty() ? "" : "_" + endpoint;
    return "{\"type\":\"light\",\"endpoint\":\"%s\",\"features\":[".formatted(endpoint)
        + ON_OFF.formatted(suffix, endpoint)
        + ",{\"type\":\"numeric\",\"name\":\"brightness\",\"property\":\"brightness"
        + suffix
        + "\",\"access\":7,\"value_max\":254},"
        + "{\"type\":\"numeric\",\"name\":\"color_temp\",\"property\":\"color_temp"
        + suffix
        + "\",\"access\":7,\"value_min\":153,\"value_max\":500},"
        + "{\"type\":\"composite\",\"name\":\"color_xy\",\"property\":\"color"
        + suffix
        + "\",\"access\":7}]}";
  }

  static String relay(String endpoint) {
    String suffix = endpoint.isEmpty() ? "" : "_" + endpoint;
    return "{\"type\":\"switch\",\"endpoint\":\"%s\",\"features\":[".formatted(endpoint)
        + ON_OFF.formatted(suffix, endpoint)
        + "]}";
  }

  static String numeric(String name, String unit, int access, String category) {
    return "{\"type\":\"numeric\",\"name\":\"%s\",\"property\":\"%s\",\"unit\":\"%s\",\"access\":%d%s}"
        .formatted(
            name,
            name,
            unit,
            access,
            category.isEmpty() ? "" : ",\"category\":\"" + category + "\"");
  }

  static String binary(String name, int access, boolean on) {
    return "{\"type\":\"binary\",\"name\":\"%s\",\"property\":\"%s\",\"access\":%d,\"value_on\":%s,\"value_off\":%s}"
        .formatted(name, name, access, on, !on);
  }

  static String words(String type, String name, int access, String... words) {
    return "{\"type\":\"%s\",\"name\":\"%s\",\"property\":\"%s\",\"access\":%d,\"values\":[\"%s\"]}"
        .formatted(type, name, name, access, String.join("\",\"", words));
  }

  static String features(String type, String... features) {
    return "{\"type\":\"%s\",\"features\":[%s]}".formatted(type, String.join(",", features));
  }
}
