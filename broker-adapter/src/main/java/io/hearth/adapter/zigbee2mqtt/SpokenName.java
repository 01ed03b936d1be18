package io.hearth.adapter.zigbee2mqtt;

import java.util.Optional;

/**
 * What people say for a friendly name: {@code kitchen/ceiling_light} is the ceiling light in the
 * kitchen.
 *
 * @param area where the name says that it is
 */
record SpokenName(String name, Optional<String> area) {

  static SpokenName of(Described device) {
    return device.called().equals(device.address()) && !device.model().isBlank()
        ? new SpokenName(device.model(), Optional.empty())
        : of(device.called());
  }

  static SpokenName of(String friendlyName) {
    int slash = friendlyName.lastIndexOf('/');
    String last = words(friendlyName.substring(slash + 1));
    String first = words(friendlyName.split("/", 2)[0]);
    return slash < 0 || last.isEmpty() || first.isEmpty()
        ? new SpokenName(words(friendlyName.replace('/', ' ')), Optional.empty())
        : new SpokenName(last, Optional.of(first));
  }

  private static String words(String text) {
    return text.replace('_', ' ').strip();
  }
}
