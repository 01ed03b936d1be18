package io.hearth.adapter.binding;

import java.net.URI;

/** Where on the wire something is said or listened to. */
public sealed interface Address {

  /** A topic without wildcards. */
  record Mqtt(String topic) implements Address {
    @Override
    public String toString() {
      return topic;
    }
  }

  /** A resource of a CoAP server; observed where it is a source of state. */
  record Coap(URI uri) implements Address {
    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /** A resource of a web server; read again and again where it is a source of state. */
  record Http(URI uri) implements Address {
    @Override
    public String toString() {
      return uri.toString();
    }
  }
}
