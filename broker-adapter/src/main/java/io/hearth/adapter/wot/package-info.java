/**
 * Devices that a W3C Web of Things Thing Description (TD 1.1) describes, over MQTT, CoAP and HTTP.
 */
@NullMarked
package io.hearth.adapter.wot;

import org.jspecify.annotations.NullMarked;
