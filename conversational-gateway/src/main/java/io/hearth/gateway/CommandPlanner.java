package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Slots;
import io.hearth.model.state.Command;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out the commands of a request that changes something. */
final class CommandPlanner {

  private static final Set<Grounding> GROUPS =
      EnumSet.of(Grounding.AREA, Grounding.FLOOR, Grounding.EVERYWHERE, Grounding.HERE);

  private final ActionPhrases words;

  CommandPlanner(ActionPhrases words) {
    this.words = words;
  }

  Part plan(Request request, Outlook outlook) {
    return new Planning(request, outlook).part();
  }

  /** One request while it is being planned. */
  private final class Planning {
    private final Request request;
    private final Outlook outlook;
    private final boolean later;
    private final List<PlannedCommand> commands = new ArrayList<>();
    private final List<ExpectedEffect> already = new ArrayList<>();
    private final List<Problem> problems;

    Planning(Request request, Outlook outlook) {
      this.request = request;
      this.outlook = outlook;
      this.later = Scheduling.isLater(request);
      this.problems = new ArrayList<>(request.problems());
      Scheduling.problem(request, outlook.moment()).ifPresent(problems::add);
    }

    Part part() {
      List<DeviceId> targets = request.targets().isEmpty() ? serving() : request.targets();
      sayRange();
      if (targets.isEmpty() && problems.isEmpty()) {
        problems.add(nothingServes());
      }
      if (Scheduling.problem(request, outlook.moment()).isPresent()) {
        return new Part(request, List.of(), List.of(), problems);
      }
      boolean choosy = isChoosy();
      for (DeviceId target : narrowed(targets)) {
        Optional<Device> device = outlook.device(target);
        if (device.isEmpty()) {
          problems.add(new Problem(Problem.Kind.NO_SUCH_DEVICE, target.value()));
        } else if (!choosy || served(device.get()).isPresent()) {
          plan(device.get());
        }
      }
      return new Part(request, commands, answers(), problems);
    }

    /** Where no device is said, one that serves the intent: here first, then in home order. */
    private List<DeviceId> serving() {
      if (!problems.isEmpty() || request.grounding() != Grounding.NONE) {
        return List.of();
      }
      List<Device> able =
          outlook.home().devices().stream().filter(d -> served(d).isPresent()).toList();
      return able.stream()
          .filter(d -> d.area().isPresent() && d.area().equals(outlook.moment().speakerArea()))
          .findFirst()
          .or(() -> able.stream().findFirst())
          .map(device -> List.of(device.id()))
          .orElse(List.of());
    }

    private Problem nothingServes() {
      Optional<String> said = request.word(Slots.DEVICE).or(() -> request.word(Slots.DEVICE_TYPE));
      return said.map(name -> new Problem(Problem.Kind.NO_SUCH_DEVICE, name.replace('_', ' ')))
          .orElseGet(() ->
              new Problem(Problem.Kind.UNSUPPORTED, Arguments.words(request.intent().word())));
    }

    /** Where understanding found a value out of range, the range of the device is told instead. */
    private void sayRange() {
      boolean outOfRange =
          problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.OUT_OF_RANGE);
      if (outOfRange && request.targets().isEmpty()) {
        ofTheTypeSaid()
            .flatMap(device ->
                served(device).map(action -> new Arguments(request, device, outlook).of(action)))
            .filter(Arguments.Found.Wrong.class::isInstance)
            .map(Arguments.Found.Wrong.class::cast)
            .ifPresent(wrong -> {
              problems.removeIf(problem -> problem.kind() == Problem.Kind.OUT_OF_RANGE);
              problems.add(wrong.problem());
            });
      }
    }

    /** The device named, else one of the type said, here first. */
    private Optional<Device> ofTheTypeSaid() {
      Optional<String> type = request.word(Slots.DEVICE_TYPE);
      List<Device> all =
          outlook.home().devices().stream()
              .filter(device ->
                  request.word(Slots.DEVICE).filter(device.id().value()::equals).isPresent()
                      || type.filter(device.type().id()::equals).isPresent())
              .toList();
      return all.stream()
          .filter(d -> d.area().isPresent() && d.area().equals(outlook.moment().speakerArea()))
          .findFirst()
          .or(() -> all.stream().findFirst());
    }

    /** "Turn off everything" means what can be turned off; "the red light" means that light. */
    private boolean isChoosy() {
      return request.targets().size() > 1
          && GROUPS.contains(request.grounding())
          && request.slot(Slots.DEVICE_TYPE).isEmpty()
          && request.targets().stream()
              .anyMatch(t -> outlook.device(t).flatMap(this::served).isPresent());
    }

    /** A relative change of several is meant for those that are on, where any is. */
    private List<DeviceId> narrowed(List<DeviceId> targets) {
      if (targets.size() < 2 || request.number(Slots.DELTA).isEmpty()) {
        return targets;
      }
      List<DeviceId> active = targets.stream().filter(t -> !outlook.isOff(t)).toList();
      return active.isEmpty() ? targets : active;
    }

    private Optional<Action> served(Device device) {
      String intent = request.intent().word();
      Optional<Action> action =
          request
              .word(Slots.PROPERTY)
              .map(property -> device.actionFor(intent, property))
              .orElseGet(() -> device.actionFor(intent));
      return action.or(() -> absolute().flatMap(other -> device.actionFor(other.word())));
    }

    /** A device that cannot be adjusted may still be set. */
    private Optional<Intent> absolute() {
      String word = request.intent().word();
      return word.startsWith("Adjust")
          ? Intent.ofWord("Set" + word.substring("Adjust".length()))
          : Optional.empty();
    }

    private void plan(Device device) {
      Optional<Action> action = served(device);
      if (action.isEmpty()) {
        problems.add(new Problem(Problem.Kind.UNSUPPORTED, device.name()));
        return;
      }
      if (!later && !outlook.moment().isReachable(device.id())) {
        problems.add(new Problem(Problem.Kind.UNAVAILABLE, device.name()));
        return;
      }
      switch (new Arguments(request, device, outlook).of(action.get())) {
        case Arguments.Found.Wrong(Problem problem) -> problems.add(problem);
        case Arguments.Found.Given given -> {
          command(
              device,
              action.get(),
              new Command(device.id(), action.get().name(), given.arguments()));
          starting(device)
              .ifPresent(start -> command(device, start, Command.of(device.id(), start.name())));
        }
      }
    }

    /** What heats only while it is on is started to be heated. */
    private Optional<Action> starting(Device device) {
      boolean heated =
          request.intent() == Intent.SET_TEMPERATURE
              && device.hasTrait(Trait.HEAT)
              && outlook.value(device.id(), "on").filter(on -> !on.isTrue()).isPresent();
      return heated ? device.actionFor(Intent.TURN_ON.word()) : Optional.empty();
    }

    private void command(Device device, Action action, Command command) {
      List<ExpectedEffect> effects = Effects.of(device, command, outlook);
      boolean lasting = request.schedule().flatMap(Schedule::lasting).isPresent();
      boolean holds = !later && isAlreadySo(action, command, effects);
      if (!later && dimsWhatIsOff(device)) {
        already.add(new ExpectedEffect(device.id(), "on", Value.of(false)));
      } else if (holds && !lasting) {
        already.addAll(effects);
      } else {
        // What is so already but is to end by itself is brought to its end all the same.
        List<Command> undo =
            holds
                ? UndoCommands.opposite(device, effects)
                : UndoCommands.of(device, effects, outlook);
        commands.add(new PlannedCommand(command, effects, undo));
        if (!later) {
          outlook.assume(effects);
        }
      }
    }

    private boolean dimsWhatIsOff(Device device) {
      return request.intent() == Intent.ADJUST_BRIGHTNESS
          && request.number(Slots.DELTA).filter(delta -> delta < 0).isPresent()
          && device.property("on").isPresent()
          && outlook.value(device.id(), "on").filter(on -> !on.isTrue()).isPresent();
    }

    private boolean isAlreadySo(Action action, Command command, List<ExpectedEffect> effects) {
      if (request.intent() == Intent.CANCEL_ALARM) {
        return false;
      }
      boolean told =
          command.arguments().keySet().stream()
              .allMatch(name -> name.equals(Arguments.DELTA) || isTold(action, name));
      return told
          && !effects.isEmpty()
          && effects.size() >= action.effects().size()
          && effects.stream().allMatch(outlook::holds);
    }

    private static boolean isTold(Action action, String argument) {
      return action.effects().stream()
          .anyMatch(
              e -> e instanceof Effect.SetFromArgument set && set.argument().equals(argument));
    }

    /** What is true already, said only where nothing is left to do. */
    private List<Answer> answers() {
      if (already.isEmpty() || !commands.isEmpty()) {
        return List.of();
      }
      ExpectedEffect first = already.getFirst();
      List<DeviceId> about = already.stream().map(ExpectedEffect::device).distinct().toList();
      Unit unit =
          outlook
              .device(first.device())
              .flatMap(d -> d.property(first.property()))
              .map(Property::unit)
              .orElse(Unit.NONE);
      return List.of(
          new Answer(
              outlook.value(first.device(), first.property()),
              unit,
              about,
              words.already(request, already, outlook.home())));
    }
  }
}
