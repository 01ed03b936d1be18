package io.hearth.gateway;

import static io.hearth.gateway.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Answer;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StateAnswersTest {

  private final DemoScene scene = new DemoScene();

  @Test
  void tellsAValueWithItsUnit() {
    // Given
    scene.state("oven.kitchen", Map.of("temperature", 180.4));

    // When
    Answer answer = answer(query("temperature", "oven.kitchen"));

    // Then
    assertThat(answer.value()).contains(Value.of(180.4));
    assertThat(answer.unit()).isEqualTo(Unit.CELSIUS);
    assertThat(answer.about()).containsExactly(new DeviceId("oven.kitchen"));
    assertThat(answer.reply()).isEqualTo("The oven is at 180 degrees.");
  }

  @Test
  void speaksOfASensorAsItsPlace() {
    assertThat(answer(query("temperature", "sensor.kitchen_temperature")).reply())
        .isEqualTo("It is 21.5 degrees in the kitchen.");
  }

  @Test
  void aCoverIsOpenWhenItsPositionIsAboveZero() {
    // Given
    scene.state("garage_door", Map.of("position", 40));

    // When
    Answer answer = answer(yesNo("open", true, "garage_door"));

    // Then
    assertThat(answer.value()).contains(Value.of(true));
    assertThat(answer.reply()).isEqualTo("Yes, the garage door is open.");
  }

  @Test
  void aPositionThatIsAskedForAsOpenOrClosedIsAnsweredSo() {
    // When
    Answer answer =
        answer(
            request(
                Intent.QUERY_STATE,
                Map.of("property", "position", "expected", 100),
                "garage_door"));

    // Then
    assertThat(answer.value()).contains(Value.of(false));
    assertThat(answer.reply()).isEqualTo("No, the garage door is closed.");
  }

  @Test
  void saysWhetherAnyIsOpen() {
    // Given
    scene.state("window.bedroom", Map.of("open", true));
    Request any = counting("any", "open", "window.kitchen", "window.bedroom");

    // When
    Answer some = answer(any);
    scene.state("window.bedroom", Map.of("open", false));
    Answer none = answer(any);

    // Then
    assertThat(some.value()).contains(Value.of(true));
    assertThat(some.reply()).isEqualTo("Yes, the bedroom window is open.");
    assertThat(none.value()).contains(Value.of(false));
    assertThat(none.reply()).isEqualTo("No, none is open.");
  }

  @Test
  void saysWhichSpoilAnAll() {
    // When
    Answer answer =
        answer(
            request(
                Intent.QUERY_STATE,
                Map.of("property", "on", "quantifier", "all", "expected", false),
                "light.kitchen",
                "light.garage"));

    // Then
    assertThat(answer.value()).contains(Value.of(false));
    assertThat(answer.reply()).isEqualTo("No, the kitchen light is on.");
  }

  @Test
  void counts() {
    // When
    Answer answer =
        answer(counting("count", "on", "light.kitchen", "light.hallway", "light.garage"));

    // Then
    assertThat(answer.value()).contains(Value.of(2));
    assertThat(answer.reply()).isEqualTo("2 are on: the kitchen light and the hallway light.");
  }

  @Test
  void namesWhich() {
    // When
    Answer answer = answer(counting("which", "on", "light.kitchen", "light.garage"));

    // Then
    assertThat(answer.value()).contains(new Value.Items(List.of(Value.of("Kitchen light"))));
    assertThat(answer.reply()).isEqualTo("The kitchen light is on.");
  }

  @Test
  void tellsWhoIsHome() {
    // Given
    scene.state("person.ben", Map.of("location", "away"));

    // When
    Answer answer =
        answer(
            request(
                Intent.QUERY_STATE,
                Map.of("property", "location", "quantifier", "which", "expected", "home"),
                "person.ann",
                "person.ben"));

    // Then
    assertThat(answer.reply()).isEqualTo("Ann is at home.");
  }

  @Test
  void tellsWhatIsPlayingAndThatNothingIs() {
    // Given
    Request what =
        request(
            Intent.QUERY_STATE, Map.of("property", "media"), "tv.living_room", "speaker.kitchen");
    scene.state("tv.living_room", Map.of("media", Map.of("title", "The Piano")));

    // When
    Answer silent = answer(what);
    scene.state("tv.living_room", Map.of("playback", "playing"));
    Answer playing = answer(what);

    // Then
    assertThat(silent.reply()).isEqualTo("Nothing is playing.");
    assertThat(playing.reply()).isEqualTo("The TV is playing The Piano.");
  }

  @Test
  void comparesWithBounds() {
    assertThat(
            answer(
                    request(
                        Intent.QUERY_STATE,
                        Map.of("property", "temperature", "expected", Map.of("min", 20)),
                        "sensor.kitchen_temperature"))
                .reply())
        .isEqualTo("Yes, it is 21.5 degrees in the kitchen.");
  }

  @Test
  void saysThatItDoesNotKnow() {
    // When
    Answer answer = answer(query("humidity", "sensor.kitchen_temperature"));

    // Then
    assertThat(answer.value()).isEmpty();
    assertThat(answer.reply())
        .isEqualTo("I don't know; the kitchen temperature has not reported it.");
  }

  @Test
  void saysHowOldTheLastKnownValueOfAnUnreachableDeviceIs() {
    // Given
    scene.state("oven.kitchen", Map.of("temperature", 180)).offline("oven.kitchen");
    scene.clock.move(Duration.ofMinutes(20));

    // When
    Part part = scene.draft(query("temperature", "oven.kitchen")).parts().getFirst();

    // Then
    assertThat(part.answers().getFirst().reply())
        .isEqualTo(
            "The oven is at 180 degrees. That was last known 20 minutes ago; the oven is not reachable"
                + " now.");
    assertThat(part.problems()).containsExactly(new Problem(Problem.Kind.UNAVAILABLE, "Oven"));
  }

  @Test
  void saysSinceWhen() {
    // Given
    scene.state("garage_door", Map.of("position", 100));
    scene.clock.move(Duration.ofMinutes(20));

    // When
    Answer answer = answer(query("since", "garage_door"));

    // Then
    assertThat(answer.reply()).isEqualTo("The garage door opened 20 minutes ago.");
  }

  @Test
  void tellsTheTimeOfTheHome() {
    // When
    Answer answer = answer(Request.of(Intent.QUERY_TIME));

    // Then
    assertThat(answer.value()).contains(Value.of("08:30"));
    assertThat(answer.reply()).isEqualTo("It is 8:30 am.");
  }

  @Test
  void tellsTheDate() {
    assertThat(answer(Request.of(Intent.QUERY_DATE)).reply()).isEqualTo("It is Monday, March 2.");
  }

  @Test
  void tellsListsTimersAlarmsAndWeather() {
    // Given
    DemoScene small =
        DemoScene.with(
            """
            - {id: list, name: Shopping list, type: todo_list, state: {items: [{name: milk, done: false}, {name: tea, done: true}, {name: rice, done: false}]}}
            - {id: timer, name: Timer, type: timer, state: {timers: [{id: a, name: egg, remaining: 150}]}}
            - {id: alarm, name: Alarm, type: alarm_clock, state: {alarms: [{id: a, time: '07:00', enabled: true}, {id: b, time: '09:00', enabled: false}]}}
            - {id: weather, name: Weather, type: weather, state: {condition: partly_cloudy, temperature: 12.3}}
            """);

    // When
    List<String> replies =
        List.of(Intent.QUERY_LIST, Intent.QUERY_TIMER, Intent.QUERY_ALARM, Intent.QUERY_WEATHER)
            .stream()
            .map(intent -> small.draft(Request.of(intent)).plan().answers().getFirst().reply())
            .toList();

    // Then
    assertThat(replies)
        .containsExactly(
            "On the shopping list: milk and rice.",
            "The egg timer has 2 minutes and 30 seconds left.",
            "The alarm is set for 07:00.",
            "Partly cloudy, 12.3 degrees.");
  }

  private Answer answer(Request request) {
    return scene.draft(request).plan().answers().getFirst();
  }

  private static Request query(String property, String... devices) {
    return request(Intent.QUERY_STATE, Map.of("property", property), devices);
  }

  private static Request yesNo(String property, boolean expected, String... devices) {
    return request(Intent.QUERY_STATE, Map.of("property", property, "expected", expected), devices);
  }

  private static Request counting(String quantifier, String property, String... devices) {
    return request(
        Intent.QUERY_STATE, Map.of("property", property, "quantifier", quantifier), devices);
  }
}
