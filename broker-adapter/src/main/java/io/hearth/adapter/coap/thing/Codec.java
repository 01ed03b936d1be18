package io.hearth.adapter.coap.thing;

import io.hearth.model.device.Value;
import java.util.Optional;

/** How a value on the wire is a value of the house. */
interface Codec {

  /**
   * The value of the house.
   *
   * @param unit as said on the wire beside the value
   * @return empty when the wire's value is none of this kind
   */
  Optional<Value> read(Value wire, Optional<String> unit);

  /** The value for the wire; only what {@link #read} may return is asked for. */
  Value write(Value value);
}
