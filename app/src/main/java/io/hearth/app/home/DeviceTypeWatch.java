package io.hearth.app.home;

import io.hearth.adapter.BrokerAdapter;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Home;
import io.hearth.model.owntype.OwnType;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.DeviceRegistry;
import io.hearth.registry.DeviceTypeFolder;
import io.hearth.registry.HomeFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the device types of a folder in force: looks twice a second, and what changed takes effect
 * for registry and wire together. A turn that is under way goes on with the home it began with.
 */
final class DeviceTypeWatch implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(DeviceTypeWatch.class);
  private static final long EVERY_MILLIS = 500;
  private static final String WHAT = "device-type";

  private final DeviceTypeFolder folder;
  private final DeviceRegistry registry;
  private final BrokerAdapter adapter;
  private final Function<Catalogue, DescribedHome> homes;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hearth-device-types").factory());
  private Home described;
  private Map<Path, String> told = Map.of();
  private BiConsumer<Home, List<OwnType>> follower = (home, types) -> {};

  /**
   * @param folder looked at once already
   * @param described what the home file says by the types that the folder has now
   * @param homes reads the home file again
   */
  private DeviceTypeWatch(
      DeviceTypeFolder folder,
      DeviceRegistry registry,
      BrokerAdapter adapter,
      Home described,
      Function<Catalogue, DescribedHome> homes) {
    this.folder = folder;
    this.registry = registry;
    this.adapter = adapter;
    this.described = described;
    this.homes = homes;
  }

  static DeviceTypeWatch start(
      DeviceTypeFolder folder,
      DeviceRegistry registry,
      BrokerAdapter adapter,
      Home described,
      Function<Catalogue, DescribedHome> homes) {
    DeviceTypeWatch watch = new DeviceTypeWatch(folder, registry, adapter, described, homes);
    adapter.speak(folder.types());
    watch.tellProblems();
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Has somebody told what is in force, now and whenever it changes. */
  void followedBy(BiConsumer<Home, List<OwnType>> newFollower) {
    thread.execute(() -> {
      follower = newFollower;
      follower.accept(described, folder.types());
    });
  }

  /** The catalogue with the types of the folder. */
  static Catalogue catalogue(DeviceTypeFolder folder) {
    return Catalogues.builtIn().with(folder.types().stream().map(OwnType::type).toList());
  }

  private void look() {
    try {
      if (folder.refresh()) {
        exchange();
        tellProblems();
      }
    } catch (RuntimeException unforeseen) {
      LOGGER.atError().setCause(unforeseen).log("device types could not be exchanged");
    }
  }

  private void exchange() {
    Catalogue catalogue = catalogue(folder);
    List<OwnType> types = folder.types();
    try {
      described = homes.apply(catalogue).home();
    } catch (HomeFileException e) {
      LOGGER
          .atWarn()
          .addKeyValue("reason", e.getMessage())
          .log("the home file does not fit the device types, its devices stay as they were");
    }
    var unused = registry.exchange(catalogue, described);
    adapter.speak(types);
    follower.accept(described, types);
    LOGGER
        .atInfo()
        .addKeyValue("types", types.stream().map(OwnType::id).toList())
        .log("device types changed");
  }

  private void tellProblems() {
    Map<Path, String> now = folder.problems();
    now.forEach((file, problem) -> {
      if (!problem.equals(told.get(file))) {
        adapter.note(WHAT, file.toString(), inFile(file, problem));
        LOGGER.atWarn().addKeyValue("problem", problem).log("device type file refused");
      }
    });
    told.keySet().stream()
        .filter(file -> !now.containsKey(file))
        .forEach(file -> adapter.solved(WHAT, file.toString()));
    told = now;
  }

  /** A problem without the file's name, which stands beside it. */
  private static String inFile(Path file, String problem) {
    return problem.startsWith(file + ":")
        ? problem
            .substring(file.toString().length() + 1)
            .strip()
            .replaceFirst("^(\\d+):", "line $1:")
        : problem;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
