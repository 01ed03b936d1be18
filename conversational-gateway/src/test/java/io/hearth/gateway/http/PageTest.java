package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.model.state.Availability;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** The page in a real browser; skipped, and said so, where there is none. */
class PageTest {

  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private static final Semaphore DOOR_STEPS = new Semaphore(0);

  private static DemoHome home;
  private static RunningGateway gateway;
  private static ChromeDriver browser;

  @BeforeAll
  static void open(@TempDir Path profile) {
    assumeTrue(
        CHROMIUM.canExecute() && DRIVER.canExecute(),
        "no " + CHROMIUM + " and " + DRIVER + " here; install chromium and chromium-driver");
    home = new DemoHome();
    gateway = new RunningGateway(home, new DemoTurns(home, DOOR_STEPS::acquireUninterruptibly));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--user-data-dir=" + profile,
        "--window-size=1360,900");
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
  }

  @BeforeEach
  void load() {
    browser.get(gateway.uri("/").toString());
    await().until(() -> words("oven.kitchen").equals("off"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
      gateway.close();
    }
  }

  @Test
  void showsRoomsByFloorWithWhatIsTrueThere() {
    assertThat(texts(".floor h2"))
        .containsExactly("Ground floor", "Upper floor", "Outside and elsewhere");
    assertThat(texts(".room h3")).contains("Kitchen", "Kids' room", "Garden");
    assertThat(words("light.kitchen")).isEqualTo("on · 80 %");
    assertThat(words("sensor.kitchen_temperature")).isEqualTo("21.5 °C");
    assertThat(words("garage_door")).isEqualTo("closed");
    assertThat(words("lock.front_door")).isEqualTo("locked");
    assertThat(text("#people")).contains("Ann", "Kitchen");
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .as("what the browser complains about")
        .isEmpty();
  }

  @Test
  void showsWhatChangesAtOnce() {
    // When
    home.report("light.bedroom", Map.of("on", false));
    home.availability("window.bedroom", Availability.OFFLINE, "last will");

    // Then
    await().until(() -> words("light.bedroom").equals("off"));
    await().until(() -> words("window.bedroom").equals("not reachable"));
    home.availability("window.bedroom", Availability.ONLINE, "it is back");
    await().until(() -> words("window.bedroom").equals("closed"));
  }

  @Test
  void answersWithItsReasons() {
    // When
    say("What is the temperature?");

    // Then
    await().until(() -> lastReply().equals("The oven is at 180 degrees."));
    browser.findElements(By.cssSelector(".why summary")).getLast().click();
    assertThat(text(".turn:last-child .why"))
        .contains("because it is on", "Ask about: Oven", "84 %", "It is in another room");
  }

  @Test
  void doesWhatIsSaidAndShowsItInTheRoom() {
    // When
    say("Dim the kitchen light");

    // Then
    await().until(() -> lastReply().equals("The kitchen light is at 20 percent."));
    await().until(() -> words("light.kitchen").equals("on · 20 %"));
    assertThat(text(".turn:last-child .outcomes")).contains("Kitchen light: set brightness 20");
    home.report("light.kitchen", Map.of("brightness", 80));
  }

  @Test
  void asksBeforeItOpensTheGarageAndTellsHowFarItIs() {
    // Given
    say("Open the garage door");
    await().until(() -> texts(".ask button").equals(List.of("Yes", "No")));

    // When
    browser.findElement(By.cssSelector(".ask button")).click();

    // Then
    await().until(() -> lastReply().startsWith("The garage door is opening."));
    DOOR_STEPS.release(4);
    await().until(() -> words("garage_door").equals("opening · 40 %"));
    DOOR_STEPS.release(6);
    await().until(() -> lastReply().equals("The garage door is open."));
    await().until(() -> words("garage_door").equals("open"));
    assertThat(texts(".ask button")).isEmpty();
    home.report("garage_door", Map.of("position", 0));
  }

  @Test
  void offersWhatItCouldMeanAsButtons() {
    // When
    say("Turn off the light");

    // Then
    await().until(() -> texts(".ask button").equals(List.of("Kitchen light", "Hallway light")));
  }

  @Test
  void showsTurnsThatWereTakenElsewhere() {
    // When
    gateway.post("{\"text\": \"Tell me a joke\"}");

    // Then
    await().until(() -> lastReply().equals("That is not for me."));
    assertThat(text(".turn:last-child .heard")).isEqualTo("Tell me a joke");
  }

  @Test
  void saysThatTheConnectionIsLostAndFindsItAgain() {
    // When
    gateway.stop();

    // Then
    await().until(() -> text("#connection").contains("Connection to Hearth lost"));
    home.report("light.garden", Map.of("on", true));
    gateway.start();
    await().until(() -> text("#connection").isEmpty());
    await().until(() -> words("light.garden").equals("on"));
    home.report("light.garden", Map.of("on", false));
  }

  private static void say(String text) {
    browser.findElement(By.id("text")).sendKeys(text, Keys.ENTER);
  }

  private static String words(String device) {
    return text("[data-device='" + device + "'] .words > span");
  }

  private static String lastReply() {
    return text(".turn:last-child .reply");
  }

  private static String text(String selector) {
    return String.join("\n", texts(selector));
  }

  /** What is visible; the page may draw anew while it is read. */
  private static List<String> texts(String selector) {
    try {
      return browser.findElements(By.cssSelector(selector)).stream()
          .map(element -> element.getText().replace("\n", " "))
          .toList();
    } catch (StaleElementReferenceException e) {
      return List.of();
    }
  }
}
