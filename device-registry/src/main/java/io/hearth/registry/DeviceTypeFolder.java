package io.hearth.registry;

import io.hearth.model.owntype.OwnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The device types of a folder's files, kept up to date by asking again and again. A file that
 * turns bad leaves what it said before in force; of two files with one id, the one that had it
 * first keeps it. For one thread.
 */
public final class DeviceTypeFolder {

  private final Path folder;
  private final DeviceTypeFiles files;
  private final Map<Path, Entry> entries = new TreeMap<>();
  private Map<String, Path> holders = Map.of();
  private Map<Path, String> problems = Map.of();

  /** A file as it was read last: what it said when it was last good, and what is wrong now. */
  private record Entry(Stamp stamp, Optional<OwnType> good, Optional<String> problem) {}

  private record Stamp(FileTime modified, long size) {}

  /**
   * @param folder need not be there
   */
  public DeviceTypeFolder(Path folder, DeviceTypeFiles files) {
    this.folder = folder;
    this.files = files;
  }

  public Path folder() {
    return folder;
  }

  /** Looks at all files; true when types or problems are not what they were. */
  public boolean refresh() {
    List<OwnType> typesBefore = types();
    Map<Path, String> problemsBefore = problems;
    Map<Path, Stamp> found = stamps();
    entries.keySet().retainAll(found.keySet());
    found.forEach((file, stamp) -> {
      Entry known = entries.get(file);
      if (known == null || !known.stamp().equals(stamp)) {
        entries.put(file, read(file, stamp, Optional.ofNullable(known).flatMap(Entry::good)));
      }
    });
    settle();
    return !types().equals(typesBefore) || !problems.equals(problemsBefore);
  }

  /** The types in force, by file name. */
  public List<OwnType> types() {
    return holders.values().stream()
        .sorted()
        .map(entries::get)
        .flatMap(entry -> entry.good().stream())
        .toList();
  }

  /** What is wrong with files, by file; one line with the line number each. */
  public Map<Path, String> problems() {
    return problems;
  }

  private Entry read(Path file, Stamp stamp, Optional<OwnType> before) {
    try {
      return new Entry(stamp, Optional.of(files.read(file)), Optional.empty());
    } catch (DeviceTypeFileException bad) {
      return new Entry(stamp, before, Optional.of(String.valueOf(bad.getMessage())));
    }
  }

  private void settle() {
    Map<String, Path> next = new LinkedHashMap<>();
    Map<Path, String> wrong = new LinkedHashMap<>();
    holders.forEach((id, file) -> {
      if (isOf(file, id)) {
        next.put(id, file);
      }
    });
    entries.forEach((file, entry) -> {
      entry.problem().ifPresent(problem -> wrong.put(file, problem));
      entry
          .good()
          .ifPresent(type -> {
            Path holder = next.putIfAbsent(type.id(), file);
            if (holder != null && !holder.equals(file)) {
              wrong.putIfAbsent(
                  file,
                  file
                      + ": device type '"
                      + type.id()
                      + "' is described in "
                      + holder
                      + " already");
            }
          });
    });
    holders = next;
    problems = wrong;
  }

  private boolean isOf(Path file, String id) {
    Entry entry = entries.get(file);
    return entry != null && entry.good().filter(type -> type.id().equals(id)).isPresent();
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    List<Path> all = new ArrayList<>();
    try (Stream<Path> inFolder = Files.list(folder)) {
      inFolder.filter(DeviceTypeFolder::isDeviceType).forEach(all::add);
    } catch (IOException e) {
      return stamps; // no folder, no types
    }
    for (Path file : all) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
          stamps.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
        }
      } catch (NoSuchFileException e) {
        // gone meanwhile
      } catch (IOException e) {
        stamps.put(file, new Stamp(FileTime.fromMillis(0), -1)); // reading it says what is wrong
      }
    }
    return stamps;
  }

  private static boolean isDeviceType(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }
}
