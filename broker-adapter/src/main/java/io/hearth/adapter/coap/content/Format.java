package io.hearth.adapter.coap.content;

import java.util.Locale;
import java.util.Optional;

/** The content formats of CoAP that are read and written, by their registered numbers. */
public enum Format {
  TEXT(0, "text/plain"),
  LINKS(40, "application/link-format"),
  OCTETS(42, "application/octet-stream"),
  JSON(50, "application/json"),
  CBOR(60, "application/cbor"),
  SENML_JSON(110, "application/senml+json"),
  SENML_CBOR(112, "application/senml+cbor"),
  OCF_CBOR(10_000, "application/vnd.ocf+cbor"),
  TLV(11_542, "application/vnd.oma.lwm2m+tlv"),
  LWM2M_JSON(11_543, "application/vnd.oma.lwm2m+json"),
  LWM2M_CBOR(11_544, "application/vnd.oma.lwm2m+cbor");

  private final int number;
  private final String mediaType;

  Format(int number, String mediaType) {
    this.number = number;
    this.mediaType = mediaType;
  }

  /** As in the option Content-Format and the link attribute {@code ct}. */
  public int number() {
    return number;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<Format> of(int number) {
    for (Format format : values()) {
      // The numbers under which LwM2M 1.0 drafts had TLV and JSON are still sent.
      if (format.number == number
          || (number == 1542 && format == TLV)
          || (number == 1543 && format == LWM2M_JSON)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** By its media type; parameters are ignored. */
  public static Optional<Format> of(String mediaType) {
    String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (format.mediaType.equals(bare)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
