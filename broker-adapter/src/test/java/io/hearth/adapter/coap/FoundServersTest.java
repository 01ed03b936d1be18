package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundServersTest {

  private static final String LAMP = "</3311/0/5850>;rt=\"oma.lwm2m-3311\"";
  private static final String MAC = "b8:27:eb:12:34:56";
  private static final String OTHER_MAC = "b8:27:eb:65:43:21";

  private final FoundServers unknown = new FoundServers(address -> Optional.empty());

  @Test
  void whoAnswersTwiceIsOne() throws Exception {
    assertThat(unknown.isNew(at("192.0.2.7"), LAMP)).isTrue();
    assertThat(unknown.isNew(at("192.0.2.7"), LAMP)).isFalse();
    assertThat(unknown.isNew(at("192.0.2.7"), LAMP + ",</more>")).isFalse();
  }

  @Test
  void whoAnswersOverBothKindsOfAddressIsOne() throws Exception {
    assertThat(unknown.isNew(at("192.0.2.7"), LAMP)).isTrue();
    assertThat(unknown.isNew(at("fe80::1"), LAMP)).isFalse();
    assertThat(unknown.isNew(at("fe80::1"), LAMP)).isFalse();
  }

  @Test
  void twoEqualLampsStayTwoWhereverTheyAnswerFrom() throws Exception {
    assertThat(unknown.isNew(at("192.0.2.7"), LAMP)).isTrue();
    assertThat(unknown.isNew(at("192.0.2.8"), LAMP)).isTrue();
    assertThat(unknown.isNew(at("fe80::1"), LAMP)).isFalse();
    assertThat(unknown.isNew(at("fe80::2"), LAMP)).isFalse();
    assertThat(unknown.isNew(at("fe80::3"), LAMP)).isTrue();
  }

  @Test
  void whatSaysSomethingElseOrListensElsewhereIsAnother() throws Exception {
    assertThat(unknown.isNew(at("192.0.2.7"), LAMP)).isTrue();
    assertThat(unknown.isNew(at("fe80::1"), "</3303/0/5700>")).isTrue();
    assertThat(unknown.isNew(new InetSocketAddress("fe80::2", 5685), LAMP)).isTrue();
  }

  @Test
  void hardwareThatIsKnownDecides() throws Exception {
    // Given
    Map<String, String> neighbours = Map.of("192.0.2.7", MAC, "192.0.2.8", OTHER_MAC);
    FoundServers found =
        new FoundServers(address ->
            Optional.ofNullable(neighbours.get(address.getHostAddress()))
                .or(() -> FoundServers.hardware(address)));
    // When Then
    assertThat(found.isNew(at("192.0.2.7"), LAMP)).isTrue();
    assertThat(found.isNew(at("fe80::ba27:ebff:fe65:4321"), LAMP)).isTrue();
    assertThat(found.isNew(at("192.0.2.8"), LAMP)).isFalse();
    assertThat(found.isNew(at("fe80::ba27:ebff:fe12:3456"), LAMP)).isFalse();
    assertThat(found.isNew(at("fd00::ba27:ebff:fe12:3456"), LAMP)).isFalse();
  }

  @Test
  void hardwareIsReadFromAnAddressThatWasMadeOfIt() throws Exception {
    assertThat(FoundServers.hardware(InetAddress.getByName("fe80::ba27:ebff:fe12:3456")))
        .contains(MAC);
    assertThat(FoundServers.hardware(InetAddress.getByName("fe80::1234:5678"))).isEmpty();
    assertThat(FoundServers.hardware(InetAddress.getByName("192.0.2.7"))).isEmpty();
  }

  private static InetSocketAddress at(String address) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(address), 5683);
  }
}
