package io.hearth.model.device;

import java.util.List;
import java.util.Optional;

/**
 * A named set of properties and actions, after a Matter cluster, e.g. {@code OnOff}; data of the
 * catalogue.
 */
public record Capability(String name, List<Property> properties, List<Action> actions) {

  public Capability {
    Names.check("name of capability", name);
    properties = List.copyOf(properties);
    actions = List.copyOf(actions);
  }

  public Optional<Property> property(String propertyName) {
    return properties.stream().filter(p -> p.name().equals(propertyName)).findFirst();
  }

  public Optional<Action> action(String actionName) {
    return actions.stream().filter(a -> a.name().equals(actionName)).findFirst();
  }
}
