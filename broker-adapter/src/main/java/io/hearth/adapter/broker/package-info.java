/**
 * Owns the MQTT broker within this process: what it keeps, who may connect, and what each login may
 * publish and read.
 */
@NullMarked
package io.hearth.adapter.broker;

import org.jspecify.annotations.NullMarked;
