package io.hearth.model.device;

import java.util.List;

/** Checks of names that people say. */
final class Names {

  private Names() {}

  static void check(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }

  static List<String> copy(String what, List<String> names) {
    names.forEach(name -> check(what, name));
    return List.copyOf(names);
  }
}
