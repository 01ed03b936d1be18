package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static io.hearth.registry.RegistryFixture.START;

import io.hearth.model.FakeClock;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.Value;
import java.io.PrintStream;
import java.nio.file.Path;

/** A process of its own that prints the number of each report once it is acknowledged. */
final class AcknowledgingHouse {

  private AcknowledgingHouse() {}

  public static void main(String[] args) throws Exception {
    DeviceRegistry registry =
        RegistryFixture.open(
            RegistryConfig.inFolder(Path.of(args[0])), new RecordedEvents(), new FakeClock(START));
    PrintStream out = System.out;
    out.println("open");
    out.flush();
    for (int number = 1; ; number++) {
      RegistryFixture.await(
          registry.report(
              RegistryFixture.report(LAMP, "number", Value.of(number), START.plusMillis(number))));
      out.println(number);
      out.flush();
    }
  }
}
