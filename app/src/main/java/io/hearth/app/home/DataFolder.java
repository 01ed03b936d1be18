package io.hearth.app.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of everything that Hearth keeps, held by one process at a time.
 *
 * @param path absolute, exists and can be written
 * @param lock let go by the operating system too, however the process ends
 */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

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
    return new DataFolder(path, lock(path));
  }

  private static FileChannel lock(Path path) {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("hearth.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw new StartException("the data folder " + path + " cannot be locked: " + e.getMessage());
    }
    throw new StartException(
        "another Hearth uses the data folder "
            + path
            + "; stop it or choose another with HEARTH_DATA");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held within this process
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** A folder within. */
  Path folder(String name) {
    return path.resolve(name);
  }
}
