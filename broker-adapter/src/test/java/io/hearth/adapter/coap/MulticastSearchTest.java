package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.DeviceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Devices that nobody told Hearth of, on a network of their own. */
class MulticastSearchTest {

  private static final DeviceId LIGHT = new DeviceId("coap-" + NetworkNamespace.THERE + "-5683");

  @Test
  void aServerThatHearsTheQuestionToAllIsFoundObservedAndCommanded() throws Exception {
    LibCoap.assumeInstalled();
    try (NetworkNamespace network = NetworkNamespace.made()) {
      // Given
      Process server =
          network.there("/usr/bin/coap-server-openssl", "-d", "9", "-g", "224.0.1.187");
      try {
        await().until(() -> put(network, "0").contains("2.01") || get(network).equals("0"));
        // When
        Process house =
            network.here(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                House.class.getName());
        String output = output(house);
        // Then
        assertThat(house.waitFor()).as(output).isZero();
        assertThat(get(network)).isEqualTo("1");
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
  }

  private static String put(NetworkNamespace network, String value)
      throws IOException, InterruptedException {
    return client(network, "-m", "put", "-e", value);
  }

  private static String get(NetworkNamespace network) throws IOException, InterruptedException {
    return client(network, "-m", "get");
  }

  private static String client(NetworkNamespace network, String... options)
      throws IOException, InterruptedException {
    String[] command = new String[options.length + 4];
    command[0] = "/usr/bin/coap-client-openssl";
    command[1] = "-B";
    command[2] = "1";
    System.arraycopy(options, 0, command, 3, options.length);
    command[command.length - 1] = "coap://" + NetworkNamespace.THERE + "/3311/0/5850";
    return output(network.there(command));
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return output.strip();
  }

  /** Hearth's link in a process of its own: it ends well when the light was found and obeyed. */
  static final class House {

    private House() {}

    public static void main(String[] args) {
      CoapConfig config =
          CoapConfig.onLoopback(0)
              .withMulticast(NetworkNamespace.CABLE)
              .withPatience(Duration.ofMillis(1400));
      try (CoapHouse house = new CoapHouse(config)) {
        await().until(() -> house.says(LIGHT, "on", false));
        Answer answer = house.send(LIGHT, "turnOn");
        if (!answer.equals(new Answer.Accepted())) {
          throw new IllegalStateException(answer.toString());
        }
        await().until(() -> house.says(LIGHT, "on", true));
      }
    }
  }
}
