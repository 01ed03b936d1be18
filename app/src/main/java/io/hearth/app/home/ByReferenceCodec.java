package io.hearth.app.home;

import io.hearth.model.HomeEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Passes events within the process as they are: they are immutable. */
final class ByReferenceCodec implements MessageCodec<HomeEvent, HomeEvent> {

  static final String NAME = "home-event";

  @Override
  public void encodeToWire(Buffer buffer, HomeEvent event) {
    throw new IllegalStateException("home events stay within the process");
  }

  @Override
  public HomeEvent decodeFromWire(int position, Buffer buffer) {
    throw new IllegalStateException("home events stay within the process");
  }

  @Override
  public HomeEvent transform(HomeEvent event) {
    return event;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
