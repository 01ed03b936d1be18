package io.hearth.adapter.binding;

import io.hearth.model.device.DeviceId;
import java.util.Locale;

/** Makes ids of what devices call themselves. */
public final class Ids {

  private static final int LONGEST = 128;

  private Ids() {}

  /**
   * A device id of anything: what may not be in one becomes {@code -}.
   *
   * @throws IllegalArgumentException when nothing is left
   */
  public static DeviceId deviceId(String raw) {
    String id = raw.strip().replaceAll("[\\s\\p{Cntrl}+#/$]+", "-").replaceAll("^-+|-+$", "");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no device id can be made of '" + raw + "'");
    }
    return new DeviceId(id.length() > LONGEST ? id.substring(0, LONGEST) : id);
  }

  /** A hardware address in any spelling, as an identity: {@code mac:a0b1c2d3e4f5}. */
  public static String mac(String address) {
    return "mac:" + address.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
  }

  /** A Zigbee address as an identity: {@code ieee:0x00158d0001000972}. */
  public static String ieee(String address) {
    return "ieee:" + address.toLowerCase(Locale.ROOT);
  }
}
