package io.hearth.language.reference;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.FloorId;
import java.util.List;

/**
 * A name that something in the home goes by.
 *
 * @param words its normal words
 * @param quality 1 for the name itself, less for what people make of it
 * @param open whether a word for the sort of thing must follow: "reading" of "reading lamp"
 */
record Name(List<String> words, Bearer bearer, double quality, boolean open) {

  /** Who or what is named. */
  sealed interface Bearer {

    /** A device. */
    record OfDevice(Device device) implements Bearer {}

    /** An area. */
    record OfArea(AreaId area) implements Bearer {}

    /** A floor. */
    record OfFloor(FloorId floor) implements Bearer {}
  }
}
