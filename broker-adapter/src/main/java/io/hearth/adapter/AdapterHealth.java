package io.hearth.adapter;

import io.hearth.adapter.wire.LinkHealth;
import java.util.List;

/**
 * How the adapter does, for the health endpoint.
 *
 * @param links those to devices
 * @param bridges those between brokers
 */
public record AdapterHealth(List<LinkHealth> links, List<LinkHealth> bridges) {

  public AdapterHealth {
    links = List.copyOf(links);
    bridges = List.copyOf(bridges);
  }

  /** True when every link to devices can carry commands. */
  public boolean isConnected() {
    return links.stream().allMatch(LinkHealth::connected);
  }
}
