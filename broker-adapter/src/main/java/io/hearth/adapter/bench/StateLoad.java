package io.hearth.adapter.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Devices that report at an even rate with QoS 1, in a process of its own. Report number i is due
 * at {@code start + i / rate} and says so by its value; it is never sent twice. Devices take turns.
 *
 * @param broker where to publish
 * @param devices how many devices; number k publishes to {@code hearth/bench.k/state}
 * @param rate reports a second, of all devices together
 * @param during how long
 * @param start when the first is due, by {@link System#nanoTime()}, which all processes of one
 *     machine share
 */
public record StateLoad(URI broker, int devices, int rate, Duration during, long start) {

  private static final int CONNECTIONS = 2;
  private static final int DIGITS = 10;
  private static final String PADDING = "x".repeat(50);

  /** Reports in all. */
  public int reports() {
    return (int) (during.toMillis() * rate / 1000);
  }

  /** The topic of a device's reports. */
  public static String topic(int device) {
    return "hearth/bench." + device + "/state";
  }

  /** A report of about a hundred bytes. */
  public static byte[] payload(int number) {
    return String.format("{\"illuminance\":%" + DIGITS + "d,\"note\":\"%s\"}", number, PADDING)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Runs it in a process of its own, which ends when every report is acknowledged. */
  public Process launch() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StateLoad.class.getName(),
                broker.toString(),
                Integer.toString(devices),
                Integer.toString(rate),
                Long.toString(during.toMillis()),
                Long.toString(start)))
        .redirectErrorStream(true)
        .start();
  }

  /** Prints how many reports the broker acknowledged. */
  public static void main(String[] arguments) throws Exception {
    StateLoad load =
        new StateLoad(
            URI.create(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Duration.ofMillis(Long.parseLong(arguments[3])),
            Long.parseLong(arguments[4]));
    System.out.println(load.run());
  }

  private long run() throws IOException, InterruptedException {
    AtomicLong acknowledged = new AtomicLong();
    Thread[] threads = new Thread[2 * CONNECTIONS];
    for (int i = 0; i < CONNECTIONS; i++) {
      int connection = i;
      RawMqtt mqtt = new RawMqtt(broker, "load-" + i, 0);
      int mine = (reports() - i + CONNECTIONS - 1) / CONNECTIONS;
      threads[2 * i] = Thread.ofPlatform().start(() -> publish(mqtt, connection));
      threads[2 * i + 1] = Thread.ofPlatform().start(() -> count(mqtt, mine, acknowledged));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return acknowledged.get();
  }

  private void publish(RawMqtt mqtt, int connection) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    byte[] number = new byte[DIGITS];
    byte[] template =
        new String(payload(0), StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
    int at = new String(template, StandardCharsets.US_ASCII).indexOf(':') + 1;
    try {
      int next = connection;
      while (next < reports()) {
        long due = (System.nanoTime() - start) * rate / 1_000_000_000L;
        while (next < Math.min(due, reports())) {
          digits(next, number);
          System.arraycopy(number, 0, template, at, DIGITS);
          batch.writeBytes(
              RawMqtt.publication(
                  topic(next % devices), template, 1 + next / CONNECTIONS % 65_535, false));
          next += CONNECTIONS;
        }
        mqtt.send(batch.toByteArray(), batch.size());
        batch.reset();
        LockSupport.parkNanos(1_000_000);
      }
    } catch (IOException lost) {
      System.err.println("the load lost its broker: " + lost.getMessage());
    }
  }

  private static void digits(int value, byte[] into) {
    Arrays.fill(into, (byte) ' ');
    int rest = value;
    int at = into.length;
    do {
      into[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
  }

  private static void count(RawMqtt mqtt, int expected, AtomicLong acknowledged) {
    try (mqtt) {
      for (int i = 0; i < expected; i++) {
        mqtt.read();
        acknowledged.incrementAndGet();
      }
    } catch (EOFException end) {
      System.err.println("the broker closed the connection");
    } catch (IOException lost) {
      System.err.println("the load lost its broker: " + lost.getMessage());
    }
  }
}
