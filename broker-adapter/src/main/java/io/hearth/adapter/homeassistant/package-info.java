/**
 * Home Assistant's MQTT discovery: what zigbee2mqtt, Tasmota, ESPHome, OpenMQTTGateway and many
 * makers publish so that their devices just appear. Entities of one housing become one device.
 */
@NullMarked
package io.hearth.adapter.homeassistant;

import org.jspecify.annotations.NullMarked;
