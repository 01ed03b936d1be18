package io.hearth.adapter.coap.thing;

import io.hearth.model.device.Unit;

/**
 * One value on the wire that is one property of the house.
 *
 * @param key the number of its resource, or the name of its member
 * @param property by the catalogue; another name where the catalogue has none, which is then seen
 *     and never spoken about
 * @param capability of the catalogue; empty where the property belongs to none
 */
record Slot(String key, String property, String capability, Codec codec, boolean writable) {

  static Slot seen(String key, String property, String capability, Codec codec) {
    return new Slot(key, property, capability, codec, false);
  }

  static Slot set(String key, String property, String capability, Codec codec) {
    return new Slot(key, property, capability, codec, true);
  }

  /** A number of a capability that only measures. */
  static Slot measured(String key, String property, String capability, Unit unit, String usual) {
    return seen(key, property, capability, Codecs.number(unit, usual));
  }

  /** A value of which the catalogue knows nothing. */
  static Slot other(String key, String property) {
    return seen(key, property, "", Codecs.number(Unit.NONE, ""));
  }

  Slot at(String newKey) {
    return new Slot(newKey, property, capability, codec, writable);
  }

  Slot writable(boolean nowWritable) {
    return new Slot(key, property, capability, codec, nowWritable);
  }
}
