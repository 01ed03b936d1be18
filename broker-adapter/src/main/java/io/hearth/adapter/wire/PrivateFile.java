package io.hearth.adapter.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file with a secret, which only its owner may touch (mode 0600 or less). It is read when it is
 * needed and never kept, so that a secret is changed by changing the file.
 */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /**
   * All of the file.
   *
   * @param key the configuration key that names the file, for the message
   * @throws IOException saying in one line what is wrong with the file, when it cannot be read or
   *     others may read it
   */
  public static byte[] bytes(String key, Path file) throws IOException {
    check(key, file);
    return Files.readAllBytes(file);
  }

  /**
   * Refuses a file that others than its owner may read or write; where the file system knows no
   * such rights, every file passes.
   *
   * @throws IOException as {@link #bytes}
   */
  public static void check(String key, Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IOException(key + ": no such readable file: " + file);
    }
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(
          key + ": others than its owner may use " + file + "; run: chmod 600 " + file);
    }
  }

  /**
   * The first line of the file, without white space around it.
   *
   * @throws IOException as {@link #bytes}, and when that line is empty
   */
  public static String line(String key, Path file) throws IOException {
    return new String(bytes(key, file), StandardCharsets.UTF_8)
        .lines()
        .findFirst()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .orElseThrow(() -> new IOException(key + ": the first line is empty in " + file));
  }
}
