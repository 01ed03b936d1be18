/** The convention of Tasmota: its discovery messages, telemetry and commands. */
@NullMarked
package io.hearth.adapter.tasmota;

import org.jspecify.annotations.NullMarked;
