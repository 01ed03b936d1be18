/** Scripted MQTT devices, and what the link's parts do on their own. */
@NullMarked
package io.hearth.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
