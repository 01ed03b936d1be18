package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ways there are, by the addresses they carry; thread-safe. */
final class Transports {

  private final List<Transport> all = new CopyOnWriteArrayList<>();

  void add(Transport transport) {
    all.add(transport);
  }

  /** Listens by further filters everywhere. */
  void listen(List<Convention.Filter> filters) {
    all.forEach(transport -> transport.listen(filters));
  }

  /** Hears at once what is said by these topics next; completes when it does, or cannot. */
  CompletableFuture<Void> overhear(Set<String> filters) {
    return CompletableFuture.allOf(
        all.stream()
            .map(transport -> transport.overhear(filters))
            .toArray(CompletableFuture[]::new));
  }

  Optional<Transport> to(Address address) {
    return all.stream().filter(transport -> transport.carries(address)).findFirst();
  }

  /** The way into the house of what is heard at an address. */
  Inbox inbox(Address address) {
    return to(address).orElseGet(all::getFirst).inbox();
  }

  /** The way into the house for a device: that of the first place where it speaks. */
  Inbox inbox(DeviceBinding binding) {
    return binding.addresses().stream()
        .findFirst()
        .map(this::inbox)
        .orElseGet(() -> all.getFirst().inbox());
  }
}
