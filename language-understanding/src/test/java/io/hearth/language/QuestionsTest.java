package io.hearth.language;

import static io.hearth.language.Room.ids;
import static io.hearth.language.Room.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

  @ParameterizedTest
  @CsvSource({
    "is any window open, any",
    "are all the windows open, all",
    "which windows are open, which",
    "how many windows are open, count"
  })
  void windowsAreTheContactsOfTheHome(String text, String quantifier) {
    Request request = Room.of("garage").request(text);

    assertThat(request.intent()).isEqualTo(Intent.QUERY_STATE);
    assertThat(ids(request)).containsExactly("window.kitchen", "window.bedroom");
    assertThat(slot(request, "property")).isEqualTo("open");
    assertThat(slot(request, "expected")).isEqualTo(true);
    assertThat(slot(request, "quantifier")).isEqualTo(quantifier);
  }

  @Test
  void closedIsPositionZeroOfADoorThatMoves() {
    Request request = Room.of("kitchen").request("is the garage door closed");

    assertThat(ids(request)).containsExactly("garage_door");
    assertThat(slot(request, "property")).isEqualTo("position");
    assertThat(slot(request, "expected")).isEqualTo(0L);
  }

  @Test
  void whoIsHomeAsksForPeople() {
    Request request = Room.of("kitchen").request("who is home");

    assertThat(ids(request)).containsExactly("person.ann", "person.ben");
    assertThat(slot(request, "quantifier")).isEqualTo("which");
    assertThat(slot(request, "expected")).isEqualTo("home");
  }

  @Test
  void aPersonIsAskedForByName() {
    Request request = Room.of("kitchen").request("where is ben");

    assertThat(ids(request)).containsExactly("person.ben");
    assertThat(slot(request, "property")).isEqualTo("location");
  }

  @ParameterizedTest
  @CsvSource({
    "how bright is the bedside lamp, lamp.bedside, brightness",
    "what is the battery level of the vacuum, vacuum, battery",
    "what is the tv playing, tv.living_room, media",
    "what mode is the thermostat in, thermostat.living_room, mode"
  })
  void aPropertyIsAskedInManyWays(String text, String device, String property) {
    Request request = Room.of("kitchen").request(text);

    assertThat(request.intent()).isEqualTo(Intent.QUERY_STATE);
    assertThat(ids(request)).containsExactly(device);
    assertThat(slot(request, "property")).isEqualTo(property);
  }

  @ParameterizedTest
  @CsvSource({
    "what time is it, QueryTime",
    "what day is it today, QueryDate",
    "what alarms are set, QueryAlarm",
    "what is the weather like, QueryWeather",
    "how much time is left on the timer, QueryTimer",
    "why did you do that, Explain",
    "say that again, Repeat",
    "undo that, Undo",
    "never mind, Cancel"
  })
  void whatIsAboutTheHouseholdOrTheTalkHasItsOwnIntent(String text, String intent) {
    assertThat(Room.of("bedroom").request(text).intent().word()).isEqualTo(intent);
  }
}
