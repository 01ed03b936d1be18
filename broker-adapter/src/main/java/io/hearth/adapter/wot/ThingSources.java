package io.hearth.adapter.wot;

import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.http.HttpClients;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.Problems;
import io.hearth.model.device.DeviceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Thing Descriptions in a folder and at web addresses, looked at again and again. */
public final class ThingSources implements AutoCloseable {

  private static final Duration FOLDER = Duration.ofSeconds(1);
  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ThingsConfig config;
  private final BoundDevices devices;
  private final Problems problems;
  private final Duration wait;
  private final HttpClients clients;
  private final Function<URI, CompletableFuture<byte[]>> coap;
  private final LinkThread files = new LinkThread("hearth-things");
  private final LinkThread web = new LinkThread("hearth-things-web");
  private final Map<Path, FileTime> read = new HashMap<>();
  private final Map<String, Set<DeviceId>> known = new HashMap<>();
  private final Map<String, String> complained = new HashMap<>();

  /**
   * Begins to look; things are bound as they are found.
   *
   * @param coap reads a resource of a CoAP server
   */
  public ThingSources(
      ThingsConfig config,
      BoundDevices devices,
      Problems problems,
      Function<URI, CompletableFuture<byte[]>> coap) {
    this(config, devices, problems, coap, USUAL_WAIT);
  }

  /**
   * @param wait before web addresses are asked again
   */
  ThingSources(
      ThingsConfig config,
      BoundDevices devices,
      Problems problems,
      Function<URI, CompletableFuture<byte[]>> coap,
      Duration wait) {
    this.wait = wait;
    this.coap = coap;
    this.config = config;
    this.devices = devices;
    this.problems = problems;
    this.clients = new HttpClients(config.http());
    if (config.folder().isPresent()) {
      files.execute(this::lookIntoFolder);
    }
    if (!config.urls().isEmpty()) {
      web.execute(this::ask);
    }
  }

  private void lookIntoFolder() {
    files.schedule(this::lookIntoFolder, FOLDER);
    Path folder = config.folder().orElseThrow();
    Map<Path, FileTime> now = new HashMap<>();
    for (Path file : listed(folder)) {
      try {
        now.put(file, Files.getLastModifiedTime(file));
      } catch (IOException gone) {
        // deleted meanwhile
      }
    }
    if (now.equals(read)) {
      return;
    }
    Set<Path> gone = new HashSet<>(read.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(file -> forget(file.toString()));
    read.clear();
    read.putAll(now);
    // A model may have changed that a thing is made of: all are read again.
    ThingModels models = new ThingModels(folder);
    now.keySet().stream().sorted().forEach(file -> take(file, models));
  }

  private static List<Path> listed(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().matches("(?i).*\\.(json|jsonld)")).toList();
    } catch (IOException missing) {
      return List.of();
    }
  }

  private void take(Path file, ThingModels models) {
    try {
      JsonNode document = models.thing(file);
      if (!ThingModels.isModel(document)) {
        bind(file.toString(), document);
      }
    } catch (ThingException bad) {
      complain(file.toString(), String.valueOf(bad.getMessage()));
      forget(file.toString());
    }
  }

  private void ask() {
    web.schedule(this::ask, wait);
    for (URI url : config.urls()) {
      try {
        byte[] said = ThingsConfig.isCoap(url) ? overCoap(url) : overHttp(url);
        bindAll(url.toString(), MAPPER.readTree(said));
      } catch (ThingException | IOException | JacksonException bad) {
        complain(url.toString(), String.valueOf(bad.getMessage()));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private byte[] overHttp(URI url) throws ThingException, IOException, InterruptedException {
    HttpClients.Reply reply =
        clients.send(
            clients
                .request(url)
                .header("Accept", "application/td+json, application/json")
                .GET()
                .build(),
            MOST_BYTES);
    if (!reply.isGood()) {
      throw new ThingException("answered with status " + reply.status());
    }
    return reply.body();
  }

  private byte[] overCoap(URI url) throws ThingException, InterruptedException {
    try {
      return coap.apply(url).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException silent) {
      throw new ThingException("it does not answer");
    } catch (ExecutionException failure) {
      throw new ThingException(
          String.valueOf(
              failure.getCause() == null ? "it failed" : failure.getCause().getMessage()));
    }
  }

  /** One description, or a directory's list of them; what is not in it any more is forgotten. */
  private void bindAll(String source, JsonNode document) throws ThingException {
    if (!document.isArray()) {
      bind(source, document);
      return;
    }
    Set<DeviceId> listed = new HashSet<>();
    for (int i = 0; i < document.size(); i++) {
      String entry = source + "#" + i;
      try {
        listed.add(bound(entry, document.get(i)));
      } catch (ThingException bad) {
        complain(entry, String.valueOf(bad.getMessage()));
      }
    }
    hold(source, listed);
  }

  private void bind(String source, JsonNode document) throws ThingException {
    hold(source, Set.of(bound(source, document)));
  }

  private synchronized DeviceId bound(String source, JsonNode document) throws ThingException {
    DeviceBinding binding = ThingBinding.of(document);
    complained.remove(source);
    boolean same =
        devices
            .binding(binding.device())
            .map(held ->
                held.announcement().equals(binding.announcement())
                    && held.addresses().equals(binding.addresses()))
            .orElse(false);
    if (!same) {
      devices.bind(ThingConvention.NAME, binding);
    }
    return binding.device();
  }

  private void forget(String source) {
    hold(source, Set.of());
  }

  /** These and no others are described there; whom nobody describes any more leaves. */
  private synchronized void hold(String source, Set<DeviceId> described) {
    Set<DeviceId> before =
        described.isEmpty() ? known.remove(source) : known.put(source, described);
    if (before != null) {
      before.stream()
          .filter(device -> known.values().stream().noneMatch(all -> all.contains(device)))
          .forEach(device -> devices.unbind(ThingConvention.NAME, device));
    }
  }

  /** Says what is wrong once, not every time it is looked at. */
  private synchronized void complain(String source, String reason) {
    if (!reason.equals(complained.put(source, reason))) {
      problems.note(ThingConvention.NAME, Optional.empty(), source, reason, "");
    }
  }

  @Override
  public void close() {
    files.close(() -> {});
    web.close(() -> {});
    clients.close();
  }
}
