package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaybackTest {

  private static Map<String, Value> media(String title, String type) {
    return Map.of("title", Value.of(title), "type", Value.of(type));
  }

  @Test
  void aTelevisionShowsAFilm() {
    // Given
    Lab tv = Lab.demo("tv.living_room");

    // When
    tv.model().command("play", media("Metropolis", "movie"));

    // Then
    assertThat(tv.raw("playback")).isEqualTo("playing");
    assertThat(tv.raw("media")).isEqualTo(Map.of("title", "Metropolis", "type", "movie"));
  }

  @Test
  void aSpeakerCannotShowAFilm() {
    // Given
    Lab speaker = Lab.demo("speaker.kitchen");

    // When
    Answer film = speaker.model().command("play", media("Metropolis", "movie"));
    Answer book = speaker.model().command("play", media("Metropolis", "audiobook"));

    // Then
    assertThat(film).isEqualTo(Answer.badCommand("no screen to show a movie"));
    assertThat(book).isEqualTo(Answer.accepted());
  }

  @Test
  void goesOnAfterAPause() {
    // Given
    Lab tv = Lab.demo("tv.living_room");
    tv.model().command("play", media("Metropolis", "movie"));

    // When
    tv.command("pause");
    Object paused = tv.raw("playback");
    tv.command("resume");

    // Then
    assertThat(paused).isEqualTo("paused");
    assertThat(tv.raw("playback")).isEqualTo("playing");
  }

  @Test
  void nothingCanBePausedWhenNothingPlays() {
    // Given
    Lab tv = Lab.demo("tv.living_room");

    // When
    Answer answer = tv.command("pause");

    // Then
    assertThat(answer).isEqualTo(Answer.notNow("nothing is playing"));
  }

  @Test
  void playsNothingWhenSwitchedOff() {
    // Given
    Lab tv = Lab.device("type: media_player, traits: [screen], state: {on: true, playback: idle}");
    tv.model().command("play", media("Metropolis", "movie"));

    // When
    tv.command("turnOff");

    // Then
    assertThat(tv.raw("on")).isEqualTo(false);
    assertThat(tv.raw("playback")).isEqualTo("idle");
  }

  @Test
  void volumeStaysInItsRange() {
    // Given
    Lab tv = Lab.demo("tv.living_room");

    // When
    tv.command("adjustVolume", "delta", 90);
    Answer tooMuch = tv.command("setVolume", "volume", 110);

    // Then
    assertThat(tv.raw("volume")).isEqualTo(100L);
    assertThat(tooMuch).isEqualTo(Answer.badCommand("volume must be 0 to 100% but is 110"));
  }
}
