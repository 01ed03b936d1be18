package io.hearth.adapter.coap.thing;

import io.hearth.model.device.Value;
import java.util.Optional;

/** A colour temperature in mired, a million divided by kelvin. */
final class Mired implements Codec {

  private static final double MILLION = 1e6;
  private static final int LOWEST = 50;
  private static final int HIGHEST = 1000;

  @Override
  public Optional<Value> read(Value wire, Optional<String> unit) {
    return wire instanceof Value.Number(double mired) && mired >= LOWEST && mired <= HIGHEST
        ? Optional.of(Value.of(Math.rint(MILLION / mired)))
        : Optional.empty();
  }

  @Override
  public Value write(Value value) {
    return value instanceof Value.Number(double kelvin) && kelvin > 0
        ? Value.of(Math.rint(MILLION / kelvin))
        : value;
  }
}
