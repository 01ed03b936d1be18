package io.hearth.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Hearth is, as it is written. */
final class HealthDocument {

  private HealthDocument() {}

  static Map<String, Object> of(Health health) {
    List<Map<String, Object>> checks = health.checks().stream().map(HealthDocument::check).toList();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", health.status().word());
    fields.put("version", health.version());
    fields.put("checks", checks);
    return fields;
  }

  private static Map<String, Object> check(Health.Check check) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", check.name());
    fields.put("status", check.status().word());
    fields.put("detail", check.detail());
    return fields;
  }
}
