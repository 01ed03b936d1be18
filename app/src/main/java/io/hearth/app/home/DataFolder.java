package io.hearth.app.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * The folder of everything that Hearth keeps.
 *
 * @param path absolute, exists and can be written
 */
record DataFolder(Path path) {

  /**
   * Makes the folder where it is not there and checks that it can be written.
   *
   * @throws StartException saying what to do when it cannot
   */
  static DataFolder open(String name) {
    Path path = Path.of(name).toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      if (!Files.isDirectory(path)) {
        throw new NotDirectoryException(path.toString());
      }
      Files.delete(Files.createTempFile(path, "hearth", ".probe"));
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new StartException(
          "the data folder " + path + " is a file; choose another with HEARTH_DATA");
    } catch (AccessDeniedException e) {
      throw new StartException(
          "the data folder "
              + path
              + " cannot be written; change its owner or choose another with HEARTH_DATA");
    } catch (IOException e) {
      throw new StartException(
          "the data folder "
              + path
              + " cannot be used ("
              + e.getMessage()
              + "); free space or choose another with HEARTH_DATA");
    }
    return new DataFolder(path);
  }

  /** A folder within. */
  Path folder(String name) {
    return path.resolve(name);
  }
}
