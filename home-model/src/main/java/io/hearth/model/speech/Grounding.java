package io.hearth.model.speech;

/**
 * How the targets of a request were found in what was said, from the most to the least explicit.
 */
public enum Grounding {
  /** A device was named. */
  NAMED,
  /** A type of device and an area were said: "the bedroom lights". */
  AREA,
  /** A type of device and a floor were said: "everything downstairs". */
  FLOOR,
  /** All of a type in the home were said: "all lights", "everywhere". */
  EVERYWHERE,
  /** A word pointed back to an earlier turn: "it", "them", "there". */
  REFERRED,
  /** A type was said without a place and the speaker's own area is taken: "the lights". */
  HERE,
  /** A type was said without a place and a device elsewhere is taken: "the garage door". */
  ELSEWHERE,
  /** No device was said at all: "what is the temperature", "start brewing". */
  IMPLIED,
  /** The request needs no device. */
  NONE
}
