package io.hearth.adapter.owntype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Listing;
import io.hearth.adapter.binding.Sleep;
import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Devices of one's own types that make themselves known by what a CoAP server lists. */
class FoundOverCoapTest {

  private static final DeviceId PUMP = new DeviceId("pump.well");

  private final OwnTypes types = new OwnTypes();
  private final List<String> taken = new ArrayList<>();
  private final List<DeviceId> forbidden = new ArrayList<>();

  FoundOverCoapTest() {
    types.exchange(List.of(Pumps.byResourceType()));
  }

  private Listing listing(String peer, String... paths) {
    return new Listing(
        peer,
        URI.create("coap://" + peer),
        "well",
        Set.of(),
        List.of(paths).stream().map(at -> new Listing.Resource(at, List.of("acme.pump"))).toList(),
        new Listing.Claims() {
          @Override
          public boolean mayHave(DeviceId device) {
            return !forbidden.contains(device);
          }

          @Override
          public void taken(DeviceId device, String reason) {
            taken.add(device.value() + ": " + reason);
          }
        });
  }

  private List<Address> addresses() {
    return types.describe(PUMP).stream()
        .flatMap(binding -> binding.addresses().stream())
        .distinct()
        .toList();
  }

  private static Address at(String address) {
    return new Address.Coap(URI.create(address));
  }

  @Test
  void aServersDevicesAreThoseThatItListsNow() {
    // When
    assertThat(types.listed(listing("10.0.0.1", "/p"))).containsExactly(PUMP);

    // Then
    assertThat(addresses()).containsExactly(at("coap://10.0.0.1/p"));
    assertThat(types.listed(listing("10.0.0.1"))).as("it lists it no more").containsExactly(PUMP);
    assertThat(types.describe(PUMP)).isEmpty();
  }

  @Test
  void commandsWaitForWhatIsSaidToBeSleepyAndForNothingElse() {
    // Given
    types.listed(listing("10.0.0.1", "/p"));
    assertThat(types.describe(PUMP).orElseThrow().sleep()).isEmpty();
    // When
    types.exchange(List.of(Pumps.sleepy()));
    // Then
    assertThat(types.describe(PUMP).orElseThrow().sleep()).contains(Sleep.unannounced());
  }

  @Test
  void anotherServerDoesNotTakeOverADeviceAndTheAttemptIsReported() {
    // Given
    types.listed(listing("10.0.0.1", "/p"));

    // When
    assertThat(types.listed(listing("10.0.0.66", "/p"))).isEmpty();

    // Then
    assertThat(taken)
        .containsExactly(
            "pump.well: takeover refused: coap://10.0.0.66 claims a device of another");
    assertThat(addresses()).containsExactly(at("coap://10.0.0.1/p"));
  }

  @Test
  void aServerMayTakeADeviceWhoseServerIsGone() {
    // Given
    types.listed(listing("10.0.0.1", "/p"));
    types.unlisted("10.0.0.1");
    assertThat(addresses()).as("it stays known").containsExactly(at("coap://10.0.0.1/p"));

    // When
    types.listed(listing("10.0.0.2", "/p"));

    // Then
    assertThat(taken).isEmpty();
    assertThat(addresses()).containsExactly(at("coap://10.0.0.2/p"));
  }

  @Test
  void ofTwoResourcesThatGiveOneDeviceTheFirstHasItAndTheOtherIsReported() {
    // When
    types.listed(listing("10.0.0.1", "/p", "/q"));

    // Then
    assertThat(taken)
        .containsExactly("pump.well: two resources of coap://10.0.0.1 give one device id");
    assertThat(addresses()).containsExactly(at("coap://10.0.0.1/p"));
  }

  @Test
  void aServerHasNoDeviceThatItMayNotSpeakFor() {
    // Given
    forbidden.add(PUMP);

    // When
    assertThat(types.listed(listing("10.0.0.1", "/p"))).isEmpty();

    // Then
    assertThat(types.describe(PUMP)).isEmpty();
  }

  @Test
  void aTypeThatComesLaterFindsItsDevicesAmongWhatServersListed() {
    // Given
    types.exchange(List.of());
    types.listed(listing("10.0.0.1", "/p"));
    assertThat(types.describe(PUMP)).isEmpty();

    // When
    Set<DeviceId> concerned = types.exchange(List.of(Pumps.byResourceType()));

    // Then
    assertThat(concerned).containsExactly(PUMP);
    assertThat(addresses()).containsExactly(at("coap://10.0.0.1/p"));
    assertThat(types.exchange(List.of())).as("and lets go of them").containsExactly(PUMP);
    assertThat(types.describe(PUMP)).isEmpty();
  }
}
