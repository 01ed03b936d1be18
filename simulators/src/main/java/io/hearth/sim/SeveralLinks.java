package io.hearth.sim;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A device that is on the network in several ways. */
record SeveralLinks(List<DeviceLink> all) implements DeviceLink {

  @Override
  public void join() {
    all.forEach(DeviceLink::join);
  }

  @Override
  public void vanish() {
    all.forEach(DeviceLink::vanish);
  }

  @Override
  public CompletableFuture<Void> leave() {
    return CompletableFuture.allOf(
        all.stream().map(DeviceLink::leave).toArray(CompletableFuture[]::new));
  }

  @Override
  public void tell() {
    all.forEach(DeviceLink::tell);
  }
}
