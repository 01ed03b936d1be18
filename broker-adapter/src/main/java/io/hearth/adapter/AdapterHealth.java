package io.hearth.adapter;

import io.hearth.adapter.wire.LinkHealth;
import java.util.List;

/** How the adapter does: each of its links, for the health endpoint. */
public record AdapterHealth(List<LinkHealth> links) {

  public AdapterHealth {
    links = List.copyOf(links);
  }

  /** True when every link can carry commands. */
  public boolean isConnected() {
    return links.stream().allMatch(LinkHealth::connected);
  }
}
