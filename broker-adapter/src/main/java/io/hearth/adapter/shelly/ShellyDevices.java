package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The devices in one Shelly, by the components of its configuration. */
final class ShellyDevices {

  /** Components that a person speaks of, the others belong to. */
  private static final Set<String> MAIN =
      Set.of("switch", "cover", "light", "cct", "rgb", "rgbw", "rgbcct", "thermostat", "blutrv");

  private static final int MOST = 64;

  private ShellyDevices() {}

  static Map<DeviceId, DeviceBinding> of(
      String id, String prefix, String replies, JsonNode config) {
    List<ShellyPart> mains = new ArrayList<>();
    List<ShellyPart> buttons = new ArrayList<>();
    List<ShellyPart> others = new ArrayList<>();
    config.forEachEntry((key, component) -> {
      String type = key.split(":", 2)[0];
      if (!component.isObject() || mains.size() + others.size() >= MOST) {
        return;
      }
      ShellyPart part = new ShellyPart(type, key, number(key), component);
      if (MAIN.contains(type)) {
        mains.add(part);
      } else if (type.equals("input") && component.path("type").asString("").equals("button")) {
        buttons.add(part);
      } else {
        others.add(part);
      }
    });
    List<DeviceDraft> drafts = new ArrayList<>();
    String name = text(config.path("sys").path("device"), "name", id);
    String mac =
        text(config.path("sys").path("device"), "mac", id.substring(id.lastIndexOf('-') + 1));
    DeviceDraft whole = draft(id, "", name, prefix, mac);
    Statuses wholeStatus = new Statuses(id, prefix, replies);
    for (ShellyPart part : mains) {
      boolean only = mains.size() == 1;
      DeviceDraft draft = only ? whole : draft(id, "." + part.word(), part.name(name), prefix, mac);
      Statuses status = only ? wholeStatus : new Statuses(id, prefix, replies);
      Components.add(part, new Components(draft, status));
      if (!only) {
        status.sources().forEach(draft::source);
        drafts.add(draft);
      }
    }
    others.forEach(part -> Components.measure(part, new Components(whole, wholeStatus)));
    wholeStatus.sources().forEach(whole::source);
    if (mains.isEmpty() || mains.size() == 1 || whole.isTyped()) {
      drafts.addFirst(whole);
    }
    for (ShellyPart part : buttons) {
      DeviceDraft draft = draft(id, "." + part.word(), part.name(name), prefix, mac);
      draft.type("button").capability("Scenes");
      new Statuses(id, prefix, replies).withButton(part.key()).sources().forEach(draft::source);
      drafts.add(draft);
    }
    Map<DeviceId, DeviceBinding> devices = new LinkedHashMap<>();
    for (DeviceDraft draft : drafts) {
      if (draft.isTyped()) {
        DeviceBinding binding = draft.binding();
        devices.put(binding.device(), binding);
      }
    }
    return devices;
  }

  private static DeviceDraft draft(String id, String part, String name, String prefix, String mac) {
    DeviceDraft draft = new DeviceDraft(Ids.deviceId(id + part), name);
    draft.identity(Ids.mac(mac.toLowerCase(Locale.ROOT)));
    draft.availability(
        AvailabilityRule.words(new Address.Mqtt(prefix + "/online"), "true", "false"));
    return draft;
  }

  private static int number(String key) {
    int colon = key.indexOf(':');
    String digits = colon < 0 ? "0" : key.substring(colon + 1);
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }

  static String text(JsonNode node, String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isString() && !value.asString().isBlank() ? value.asString().strip() : otherwise;
  }
}
