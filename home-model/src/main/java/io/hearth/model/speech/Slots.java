package io.hearth.model.speech;

/** The names of the slots of a {@link Request}. */
public final class Slots {

  /** Id of the area said. */
  public static final String AREA = "area";

  /** Id of the floor said. */
  public static final String FLOOR = "floor";

  /** Id of the device type said, e.g. {@code light}. */
  public static final String DEVICE_TYPE = "deviceType";

  /** Kind within the type said, e.g. {@code garage_door}. */
  public static final String KIND = "kind";

  /** Id of the device named. */
  public static final String DEVICE = "device";

  /** Name of the property asked for or set, e.g. {@code temperature}. */
  public static final String PROPERTY = "property";

  /** The value said: a number in {@link #UNIT}, a word, or true/false. */
  public static final String VALUE = "value";

  /** Symbol of the unit of the value. */
  public static final String UNIT = "unit";

  /** The change said, signed, in {@link #UNIT}; "a bit" and the like are already a number. */
  public static final String DELTA = "delta";

  /** {hue, saturation} with its name. */
  public static final String COLOR = "color";

  /** Title, artist or other name of media said. */
  public static final String MEDIA = "media";

  /** Type of media said or chosen: movie, audiobook, … */
  public static final String MEDIA_TYPE = "mediaType";

  /** An ISO-8601 duration. */
  public static final String DURATION = "duration";

  /** How a question counts: {@code one any all count which}. */
  public static final String QUANTIFIER = "quantifier";

  /** For yes-no questions: the value that "yes" would mean. */
  public static final String EXPECTED = "expected";

  /** What is excepted, as ids of devices. */
  public static final String EXCEPT = "except";

  /** Free text: an item, a message, a name. */
  public static final String TEXT = "text";

  private Slots() {}
}
