/**
 * MQTT to home words and back: topics, retained messages, and the conventions by which devices
 * announce themselves.
 */
@NullMarked
package io.hearth.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
