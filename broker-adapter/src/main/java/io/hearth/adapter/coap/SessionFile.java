package io.hearth.adapter.coap;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.elements.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where DTLS sessions are kept while Hearth runs, so that a device that knows nothing of its end is
 * heard all the same after it. For one thread at a time.
 */
final class SessionFile {

  private static final Logger LOGGER = LoggerFactory.getLogger(SessionFile.class);

  private final Path file;
  private byte[] kept = new byte[0];

  SessionFile(Path file) {
    this.file = file;
  }

  /**
   * Takes up the sessions of before, but for those of another key; to be called before the
   * connector is started.
   *
   * @param marks what tells by identity whether a key is the same
   */
  void recall(LastingConnector connector, Map<String, String> marks) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      long ago = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - in.readLong());
      long clocksDiffer = ClockUtil.nanoRealtime() - ago - in.readLong();
      Map<String, String> before = readMarks(in);
      int count = connector.loadConnections(in, clocksDiffer);
      int ended =
          connector.endThoseOf(identity ->
              !marks.containsKey(identity)
                  || !Objects.equals(marks.get(identity), before.get(identity)));
      LOGGER
          .atInfo()
          .addKeyValue("sessions", count - ended)
          .addKeyValue("ended", ended)
          .log("coap sessions taken up");
      keep(connector, marks); // with the numbers that were left out
    } catch (NoSuchFileException none) {
      LOGGER.atDebug().log("no coap sessions to take up");
    } catch (IOException | IllegalArgumentException failure) {
      LOGGER
          .atWarn()
          .setCause(failure)
          .log("coap sessions cannot be taken up; devices must begin new ones");
    }
  }

  /** Keeps the sessions as they are now, where they or the keys are others than before. */
  void keep(LastingConnector connector, Map<String, String> marks) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writeMarks(marks, new DataOutputStream(out));
      connector.write(out);
      byte[] now = out.toByteArray();
      if (!Arrays.equals(now, kept)) {
        write(now);
        kept = now;
      }
    } catch (IOException failure) {
      LOGGER
          .atWarn()
          .setCause(failure)
          .log("coap sessions cannot be kept; after an end devices must begin new ones");
      forget();
    }
  }

  private static void writeMarks(Map<String, String> marks, DataOutputStream out)
      throws IOException {
    out.writeInt(marks.size());
    for (Map.Entry<String, String> mark : marks.entrySet()) {
      out.writeUTF(mark.getKey());
      out.writeUTF(mark.getValue());
    }
  }

  private static Map<String, String> readMarks(DataInputStream in) throws IOException {
    Map<String, String> marks = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      marks.put(in.readUTF(), in.readUTF());
    }
    return marks;
  }

  private void write(byte[] sessions) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(next))) {
      out.writeLong(System.currentTimeMillis());
      out.writeLong(ClockUtil.nanoRealtime()); // by which the sessions count
      out.write(sessions);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Sessions that were kept long ago would say numbers again that were said. */
  private void forget() {
    try {
      kept = new byte[0];
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOGGER.atError().setCause(failure).log("old coap sessions cannot be removed; remove " + file);
    }
  }
}
