package io.hearth.sim.physics;

import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One simulated device without any wire: what is true of it, what it answers to commands, and what
 * time does to it. Not safe for use by several threads at once.
 */
public final class DeviceModel {

  private final Body body;
  private final List<Behaviour> behaviours;

  /**
   * @param initial what is known of it; the rest begins as such a device usually is
   * @param now the simulated moment at which it begins
   */
  public DeviceModel(
      Device device, Map<String, Value> initial, Surroundings surroundings, Instant now) {
    body = new Body(device, initial, now);
    behaviours = Behaviours.of(device, initial, surroundings);
    FirstValues.give(body);
    behaviours.forEach(behaviour -> behaviour.begin(body));
  }

  /**
   * A device of a type of one's own.
   *
   * @param simulation how it behaves besides what its capabilities do
   */
  public DeviceModel(
      Device device,
      Map<String, Value> initial,
      Surroundings surroundings,
      Instant now,
      Simulation simulation) {
    body = new Body(device, initial, now);
    behaviours = Behaviours.of(device, initial, surroundings, simulation);
    behaviours.forEach(behaviour -> behaviour.begin(body));
    FirstValues.give(body);
  }

  public Device device() {
    return body.device();
  }

  /** Everything that is true of it now. */
  public Map<String, Value> state() {
    return body.values();
  }

  /** Whether something changed since this was last asked. */
  public boolean takeChanged() {
    return body.takeChanged();
  }

  /** Does what a command says, or says why not. */
  public Answer command(String name, Map<String, Value> arguments) {
    Optional<Action> action = device().action(name);
    if (action.isEmpty()) {
      return Answer.badCommand("unknown action " + name);
    }
    Optional<String> problem = problemWith(arguments);
    if (problem.isPresent()) {
      return Answer.badCommand(problem.get());
    }
    for (Behaviour behaviour : behaviours) {
      Optional<Answer> answer = behaviour.act(body, name, arguments);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    Effects effects = Effects.of(action.get(), arguments, body);
    return effects.problem().map(Answer::badCommand).orElseGet(() -> wishAll(effects.wishes()));
  }

  /** Somebody at the device itself wishes a value, e.g. by its switch or button. */
  public Answer press(String property, Value value) {
    Optional<String> problem = device().property(property).flatMap(p -> p.problemWith(value));
    return problem.map(Answer::badCommand).orElseGet(() -> wish(property, value));
  }

  /** Makes something true of it, whatever it does itself; for what a sensor sees. */
  public void set(String property, Value value) {
    body.set(property, value);
    behaviours.forEach(behaviour -> behaviour.given(body, property, value));
  }

  /** Puts something in its way or takes it away; without meaning for what does not move. */
  public void obstruct(boolean obstructed) {
    behaviours.forEach(behaviour -> behaviour.obstruct(body, obstructed));
  }

  /** Lets time pass up to a simulated moment. */
  public void advance(Instant now) {
    Duration passed = Duration.between(body.now(), now);
    if (passed.isPositive()) {
      body.moveTo(now);
      behaviours.forEach(behaviour -> behaviour.advance(body, passed));
    }
  }

  private Optional<String> problemWith(Map<String, Value> arguments) {
    return arguments.entrySet().stream()
        .flatMap(argument ->
            device().property(argument.getKey()).stream()
                .flatMap(property -> property.problemWith(argument.getValue()).stream()))
        .findFirst();
  }

  private Answer wishAll(Map<String, Value> wishes) {
    for (Map.Entry<String, Value> entry : wishes.entrySet()) {
      Answer answer = wish(entry.getKey(), entry.getValue());
      if (answer instanceof Answer.Rejected) {
        return answer;
      }
    }
    return Answer.accepted();
  }

  private Answer wish(String property, Value value) {
    for (Behaviour behaviour : behaviours) {
      Optional<Answer> answer = behaviour.wish(body, property, value);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    body.set(property, value);
    return Answer.accepted();
  }
}
