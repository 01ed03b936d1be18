package io.hearth.registry;

import io.hearth.model.device.Catalogue;
import io.hearth.model.device.HomeId;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads home files: YAML 1.2 or JSON that describes the floors, areas, people and devices of a
 * home. All methods throw {@link HomeFileException} for a file that cannot be used. Thread-safe.
 */
public final class HomeFiles {

  private final DeviceAssembler assembler;
  private final FileSchema schema = FileSchema.ofResource("home.schema.json");

  public HomeFiles(Catalogue catalogue) {
    assembler = new DeviceAssembler(catalogue);
  }

  /** Reads the home of a file. */
  public DescribedHome read(Path file) {
    try {
      return read(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new HomeFileException(file + ": there is no such file");
    } catch (MalformedInputException e) {
      throw new HomeFileException(file + ": is not text in UTF-8");
    } catch (IOException e) {
      throw new HomeFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads the home of a text.
   *
   * @param sourceName what messages call it
   */
  public DescribedHome read(String text, String sourceName) {
    Part root = new DataFile(sourceName, HomeFileException::new).parse(text);
    schema.check(root);
    return new HomeReader(root, assembler).read();
  }

  /**
   * Reads every {@code .yaml}, {@code .yml} and {@code .json} file of a folder, each one home, by
   * file name; folders in it are left alone.
   */
  public List<DescribedHome> readFolder(Path folder) {
    Map<HomeId, Path> seen = new HashMap<>();
    List<DescribedHome> homes = new ArrayList<>();
    for (Path file : homeFiles(folder)) {
      DescribedHome described = read(file);
      Path earlier = seen.put(described.home().id(), file);
      if (earlier != null) {
        throw new HomeFileException(
            file + ": home '" + described.home().id() + "' is already in " + earlier);
      }
      homes.add(described);
    }
    if (homes.isEmpty()) {
      throw new HomeFileException(folder + ": has no .yaml, .yml or .json file");
    }
    return homes;
  }

  /** The demo home that comes with Hearth. */
  public DescribedHome demo() {
    return read(FileSchema.resource("demo-home.yaml"), "demo-home.yaml");
  }

  private static List<Path> homeFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).filter(HomeFiles::isHomeFile).sorted().toList();
    } catch (IOException e) {
      throw new HomeFileException(folder + ": cannot be read as a folder: " + e.getMessage());
    }
  }

  private static boolean isHomeFile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
