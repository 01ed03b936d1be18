package io.hearth.language;

import static io.hearth.language.Room.ids;
import static io.hearth.language.Room.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompoundsTest {

  @Test
  void twoRequestsStayInOrderEachWithItsValue() {
    List<Request> requests =
        Room.of("living_room").requests("set the lamp to 40 percent and close the blinds");

    assertThat(requests)
        .extracting(Request::intent)
        .containsExactly(Intent.SET_BRIGHTNESS, Intent.CLOSE);
    assertThat(slot(requests.getFirst(), "value")).isEqualTo(40L);
    assertThat(ids(requests.getLast())).containsExactly("blinds.living_room");
  }

  @Test
  void oneVerbIsSharedByTwoThings() {
    Request request = Room.of("bedroom").request("turn on the fan and the bedside lamp");

    assertThat(ids(request)).containsExactlyInAnyOrder("fan.bathroom", "lamp.bedside");
  }

  @Test
  void itMeansWhatWasJustNamed() {
    List<Request> requests =
        Room.of("kitchen").requests("turn on the lamp and then set it to 20 percent");

    assertThat(ids(requests.getLast())).isEqualTo(ids(requests.getFirst()));
    assertThat(requests.getLast().grounding()).isEqualTo(Grounding.REFERRED);
  }

  @Test
  void aPartThatIsNotUnderstoodIsToldAndTheRestStays() {
    List<Request> requests =
        Room.of("kitchen").requests("turn off the kitchen light and polish my shoes");

    assertThat(requests.getFirst().intent()).isEqualTo(Intent.TURN_OFF);
    assertThat(requests.getLast().problems())
        .containsExactly(new Problem(Problem.Kind.OUT_OF_DOMAIN, "polish my shoes"));
  }

  @Test
  void threePartsWithCommasAreThreeRequests() {
    List<Request> requests =
        Room.of("bedroom").requests("turn off the tv, lock the front door, and start the vacuum");

    assertThat(requests)
        .extracting(Request::intent)
        .containsExactly(Intent.TURN_OFF, Intent.LOCK, Intent.START);
  }
}
