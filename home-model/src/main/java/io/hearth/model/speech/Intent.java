package io.hearth.model.speech;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a request is for; the closed list of the vocabulary. */
public enum Intent {
  TURN_ON("TurnOn", Group.DEVICE),
  TURN_OFF("TurnOff", Group.DEVICE),
  TOGGLE("Toggle", Group.DEVICE),
  SET_BRIGHTNESS("SetBrightness", Group.DEVICE),
  ADJUST_BRIGHTNESS("AdjustBrightness", Group.DEVICE),
  SET_COLOR("SetColor", Group.DEVICE),
  SET_COLOR_TEMPERATURE("SetColorTemperature", Group.DEVICE),
  ADJUST_COLOR_TEMPERATURE("AdjustColorTemperature", Group.DEVICE),
  SET_FAN_SPEED("SetFanSpeed", Group.DEVICE),
  ADJUST_FAN_SPEED("AdjustFanSpeed", Group.DEVICE),
  OPEN("Open", Group.DEVICE),
  CLOSE("Close", Group.DEVICE),
  STOP("Stop", Group.DEVICE),
  SET_POSITION("SetPosition", Group.DEVICE),
  ADJUST_POSITION("AdjustPosition", Group.DEVICE),
  LOCK("Lock", Group.DEVICE),
  UNLOCK("Unlock", Group.DEVICE),
  SET_TEMPERATURE("SetTemperature", Group.DEVICE),
  ADJUST_TEMPERATURE("AdjustTemperature", Group.DEVICE),
  SET_MODE("SetMode", Group.DEVICE),
  SET_HUMIDITY("SetHumidity", Group.DEVICE),
  ADJUST_HUMIDITY("AdjustHumidity", Group.DEVICE),
  PLAY("Play", Group.DEVICE),
  PAUSE("Pause", Group.DEVICE),
  RESUME("Resume", Group.DEVICE),
  NEXT("Next", Group.DEVICE),
  PREVIOUS("Previous", Group.DEVICE),
  SET_VOLUME("SetVolume", Group.DEVICE),
  ADJUST_VOLUME("AdjustVolume", Group.DEVICE),
  MUTE("Mute", Group.DEVICE),
  UNMUTE("Unmute", Group.DEVICE),
  SELECT_SOURCE("SelectSource", Group.DEVICE),
  START("Start", Group.DEVICE),
  STOP_OPERATION("StopOperation", Group.DEVICE),
  PAUSE_OPERATION("PauseOperation", Group.DEVICE),
  DOCK("Dock", Group.DEVICE),
  CLEAN_AREA("CleanArea", Group.DEVICE),
  ARM("Arm", Group.DEVICE),
  DISARM("Disarm", Group.DEVICE),
  SNOOZE("Snooze", Group.DEVICE),
  ACTIVATE_SCENE("ActivateScene", Group.DEVICE),
  RUN_SCRIPT("RunScript", Group.DEVICE),
  SET_TIMER("SetTimer", Group.DEVICE),
  CANCEL_TIMER("CancelTimer", Group.DEVICE),
  PAUSE_TIMER("PauseTimer", Group.DEVICE),
  RESUME_TIMER("ResumeTimer", Group.DEVICE),
  ADJUST_TIMER("AdjustTimer", Group.DEVICE),
  QUERY_TIMER("QueryTimer", Group.QUESTION),
  SET_ALARM("SetAlarm", Group.DEVICE),
  CANCEL_ALARM("CancelAlarm", Group.DEVICE),
  QUERY_ALARM("QueryAlarm", Group.QUESTION),
  QUERY_STATE("QueryState", Group.QUESTION),
  QUERY_TIME("QueryTime", Group.QUESTION),
  QUERY_DATE("QueryDate", Group.QUESTION),
  QUERY_WEATHER("QueryWeather", Group.QUESTION),
  ADD_TO_LIST("AddToList", Group.DEVICE),
  REMOVE_FROM_LIST("RemoveFromList", Group.DEVICE),
  COMPLETE_LIST_ITEM("CompleteListItem", Group.DEVICE),
  QUERY_LIST("QueryList", Group.QUESTION),
  QUERY_CALENDAR("QueryCalendar", Group.QUESTION),
  SET_REMINDER("SetReminder", Group.DEVICE),
  SET_OSCILLATING("SetOscillating", Group.DEVICE),
  SET_INTENSITY("SetIntensity", Group.DEVICE),
  BROADCAST("Broadcast", Group.DEVICE),
  SCHEDULE("Schedule", Group.DEVICE),
  UNDO("Undo", Group.DIALOGUE),
  REPEAT("Repeat", Group.DIALOGUE),
  EXPLAIN("Explain", Group.DIALOGUE),
  TEACH("Teach", Group.DIALOGUE),
  FORGET("Forget", Group.DIALOGUE),
  CANCEL("Cancel", Group.DIALOGUE),
  OUT_OF_DOMAIN("OutOfDomain", Group.DIALOGUE);

  /** Whether an intent changes something, asks something, or is about the conversation itself. */
  public enum Group {
    DEVICE,
    QUESTION,
    DIALOGUE
  }

  private static final Map<String, Intent> BY_WORD = new HashMap<>();

  static {
    for (Intent intent : values()) {
      BY_WORD.put(intent.word, intent);
    }
  }

  private final String word;
  private final Group group;

  Intent(String word, Group group) {
    this.word = word;
    this.group = group;
  }

  /** The word used in files and on the wire, e.g. {@code TurnOn}. */
  public String word() {
    return word;
  }

  public Group group() {
    return group;
  }

  public boolean isQuestion() {
    return group == Group.QUESTION;
  }

  /** The words of all intents. */
  public static Set<String> words() {
    return Set.copyOf(BY_WORD.keySet());
  }

  public static Optional<Intent> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  @Override
  public String toString() {
    return word;
  }
}
