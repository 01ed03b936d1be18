package io.hearth.gateway.http;

import io.hearth.model.CommandDispatcher;
import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.PropertyState;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Devices for programs that speak the Web of Things: their descriptions, properties and actions. An
 * action goes the way of every command; one that always asks a person first is refused with 409
 * unless the request says that a person confirmed it.
 */
final class Things {

  private static final String DESCRIPTION = "application/td+json; charset=utf-8";
  private static final String DIRECTORY = "application/ld+json; charset=utf-8";

  private final HomeView view;
  private final CommandDispatcher commands;
  private final Vertx vertx;

  Things(HomeView view, CommandDispatcher commands, Vertx vertx) {
    this.view = view;
    this.commands = commands;
    this.vertx = vertx;
  }

  void wellKnown(RoutingContext ctx) {
    answer(ctx, DESCRIPTION, documents(ctx).directory());
  }

  void all(RoutingContext ctx) {
    answer(ctx, DIRECTORY, documents(ctx).all());
  }

  void thing(RoutingContext ctx) {
    device(ctx).ifPresent(device -> answer(ctx, DESCRIPTION, documents(ctx).thing(device)));
  }

  void property(RoutingContext ctx) {
    device(ctx).ifPresent(device -> property(ctx, device, ctx.pathParam("name")));
  }

  private void property(RoutingContext ctx, Device device, String name) {
    if (device.property(name).isEmpty()) {
      Answers.error(ctx, 404, device.id() + " has no property '" + Known.shortened(name) + "'");
      return;
    }
    Optional<PropertyState> state = view.state(device.id()).property(name);
    if (state.isEmpty()) {
      Answers.error(ctx, 503, device.id() + " has not said its " + name + " yet");
      return;
    }
    answer(ctx, "application/json; charset=utf-8", state.get().value().raw());
  }

  void action(RoutingContext ctx) {
    device(ctx)
        .ifPresent(device -> {
          String name = ctx.pathParam("name");
          device
              .action(name)
              .ifPresentOrElse(
                  action -> act(ctx, device, action),
                  () ->
                      Answers.error(
                          ctx,
                          404,
                          device.id() + " has no action '" + Known.shortened(name) + "'"));
        });
  }

  private void act(RoutingContext ctx, Device device, Action action) {
    Command command = new Command(device.id(), action.name(), arguments(ctx, device, action));
    boolean confirmed = "true".equals(ctx.request().getParam("confirmed"));
    if (device.mustConfirm(action.name()) && !confirmed) {
      Answers.error(
          ctx,
          409,
          action.name() + " always asks a person first; add ?confirmed=true when one agreed");
      return;
    }
    commands
        .dispatch(command)
        .whenComplete((outcome, failure) ->
            vertx.runOnContext(ignored -> {
              if (failure != null) {
                ctx.fail(failure);
              } else {
                ended(ctx, outcome);
              }
            }));
  }

  private static Map<String, Value> arguments(RoutingContext ctx, Device device, Action action) {
    Buffer body = ctx.body().buffer();
    if (body == null || body.length() == 0) {
      return Map.of();
    }
    JsonNode input = Json.read(body.getBytes());
    if (input.isNull()) {
      return Map.of();
    }
    if (!input.isObject()) {
      throw new BadRequestException("the body must be an object of arguments");
    }
    Map<String, Value> arguments = new LinkedHashMap<>();
    input
        .properties()
        .forEach(entry -> {
          String name = entry.getKey();
          if (!action.arguments().contains(name)) {
            throw new BadRequestException(
                action.name() + " has no argument '" + Known.shortened(name) + "'");
          }
          if (entry.getValue().isNull()) {
            throw new BadRequestException(name + " must not be null");
          }
          Value value =
              Value.ofRaw(JsonMapper.shared().treeToValue(entry.getValue(), Object.class));
          if (name.equals("delta") && !(value instanceof Value.Number)) {
            throw new BadRequestException("delta must be a number");
          }
          device
              .property(name)
              .flatMap(property -> property.problemWith(value))
              .ifPresent(problem -> {
                throw new BadRequestException(problem);
              });
          arguments.put(name, value);
        });
    return arguments;
  }

  private static void ended(RoutingContext ctx, CommandOutcome outcome) {
    switch (outcome) {
      case CommandOutcome.Acknowledged done ->
          Answers.json(ctx, 200, Json.bytes(Map.of("outcome", "acknowledged")));
      case CommandOutcome.Unconfirmed(Command command, String reason) ->
          Answers.json(ctx, 202, Json.bytes(Map.of("outcome", "unconfirmed", "reason", reason)));
      case CommandOutcome.Postponed(Command command, Duration within) ->
          Answers.json(
              ctx,
              202,
              Json.bytes(Map.of("outcome", "postponed", "withinSeconds", within.toSeconds())));
      case CommandOutcome.Rejected(Command command, String reason) ->
          Answers.error(ctx, 409, "it refused: " + reason);
      case CommandOutcome.TimedOut late -> Answers.error(ctx, 504, "it did not answer in time");
      case CommandOutcome.Unreachable(Command command, String reason) ->
          Answers.error(ctx, 503, "it cannot be reached: " + reason);
    }
  }

  /** Lets only the events of one device through to a follower. */
  void follow(RoutingContext ctx, BiConsumer<RoutingContext, Device> following) {
    device(ctx).ifPresent(device -> following.accept(ctx, device));
  }

  private Optional<Device> device(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    Optional<Device> found =
        view.home().devices().stream().filter(d -> d.id().value().equals(id)).findFirst();
    if (found.isEmpty()) {
      Answers.error(ctx, 404, "no device '" + Known.shortened(id) + "'");
    }
    return found;
  }

  /** As the one who asks calls this machine. */
  private ThingDocuments documents(RoutingContext ctx) {
    return new ThingDocuments(
        view.home(), ctx.request().scheme() + "://" + ctx.request().authority());
  }

  private static void answer(RoutingContext ctx, String type, Object document) {
    byte[] bytes = Json.bytes(document);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    String etag = "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"";
    var response = ctx.response().putHeader("ETag", etag).putHeader("Cache-Control", "no-cache");
    if (etag.equals(ctx.request().getHeader("If-None-Match"))) {
      var unused = response.setStatusCode(304).end();
      return;
    }
    var unused = response.putHeader("Content-Type", type).end(Buffer.buffer(bytes));
  }
}
