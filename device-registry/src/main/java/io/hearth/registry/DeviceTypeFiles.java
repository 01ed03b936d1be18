package io.hearth.registry;

import io.hearth.model.device.Catalogue;
import io.hearth.model.owntype.OwnType;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads device type files: YAML 1.2 or JSON that describes one device type of one's own each.
 * Thread-safe.
 */
public final class DeviceTypeFiles {

  private static final long LONGEST = 1024 * 1024;

  /**
   * What is wrong with a part of a file.
   *
   * @param steps where: keys and places in lists
   */
  public record Complaint(List<Object> steps, String what) {
    public Complaint {
      steps = List.copyOf(steps);
    }
  }

  private final Catalogue catalogue;
  private final Function<OwnType, Optional<Complaint>> check;
  private final FileSchema schema = FileSchema.ofResource("device-type.schema.json");

  /**
   * @param catalogue whose capabilities a file may use, and whose types it must not repeat
   */
  public DeviceTypeFiles(Catalogue catalogue) {
    this(catalogue, type -> Optional.empty());
  }

  /**
   * @param catalogue whose capabilities a file may use, and whose types it must not repeat
   * @param check looks at what only others can judge, as templates
   */
  public DeviceTypeFiles(Catalogue catalogue, Function<OwnType, Optional<Complaint>> check) {
    this.catalogue = catalogue;
    this.check = check;
  }

  /** The catalogue whose capabilities a file may use. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Reads the device type of a file.
   *
   * @throws DeviceTypeFileException when it cannot be used, naming file, line, key and a hint
   */
  public OwnType read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new DeviceTypeFileException(file + ": is longer than a device type file can be");
      }
      return read(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new DeviceTypeFileException(file + ": there is no such file");
    } catch (MalformedInputException e) {
      throw new DeviceTypeFileException(file + ": is not text in UTF-8");
    } catch (IOException e) {
      throw new DeviceTypeFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads the device type of a text.
   *
   * @param sourceName what messages call it
   * @throws DeviceTypeFileException when it cannot be used, naming line, key and a hint
   */
  public OwnType read(String text, String sourceName) {
    Part root = new DataFile(sourceName, DeviceTypeFileException::new).parse(text);
    schema.check(root);
    OwnType type = new OwnTypeReader(root, catalogue).read();
    Optional<Complaint> complaint = check.apply(type);
    if (complaint.isPresent()) {
      throw root.nearest(complaint.get().steps()).problem(complaint.get().what());
    }
    return type;
  }
}
