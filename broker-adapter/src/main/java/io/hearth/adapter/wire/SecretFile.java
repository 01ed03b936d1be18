package io.hearth.adapter.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files with secrets: nobody but their owner may read them, or they are not used. */
public final class SecretFile {

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /**
   * The text of a file, without the line break at its end.
   *
   * @param key the configuration key that names it, for messages
   * @throws IllegalArgumentException in one line when it is not there, empty, or not its owner's
   *     alone
   */
  public static String read(Path file, String key) {
    try {
      check(file, key);
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException(key + ": " + file + " is empty");
      }
      return text;
    } catch (IOException e) {
      throw unreadable(file, key, e);
    }
  }

  /**
   * Refuses a file that others than its owner may read or write; where the file system knows no
   * such rights, every file passes.
   *
   * @throws IllegalArgumentException saying in one line what to do
   */
  public static void check(Path file, String key) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(key + ": there is no file " + file);
      }
      if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new IllegalArgumentException(
            key
                + ": "
                + file
                + " may be read or changed by others than its owner; run chmod 600 "
                + file);
      }
    } catch (IOException e) {
      throw unreadable(file, key, e);
    }
  }

  /** Writes a file that only its owner may read, whole or not at all. */
  public static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent() == null ? target : target.getParent();
    try {
      Files.createDirectories(folder);
      FileAttribute<?>[] attributes =
          isPosix(folder)
              ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
              : new FileAttribute<?>[0];
      Path part =
          Files.createTempFile(folder, target.getFileName().toString(), ".part", attributes);
      Files.writeString(part, text);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix")
        && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static IllegalArgumentException unreadable(Path file, String key, IOException e) {
    return new IllegalArgumentException(key + ": " + file + " cannot be read: " + e, e);
  }
}
