package io.hearth.adapter.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Secrets that configuration names: read as text, or written so that only their owner may read them
 * ({@link PrivateFile}).
 */
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
      String text = new String(PrivateFile.bytes(key, file), StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException(key + ": " + file + " is empty");
      }
      return text;
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Refuses a file that others than its owner may read or write.
   *
   * @throws IllegalArgumentException saying in one line what to do
   */
  public static void check(Path file, String key) {
    try {
      PrivateFile.check(key, file);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
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
}
