/** Hearth's own convention over MQTT. */
@NullMarked
package io.hearth.adapter.hearth;

import org.jspecify.annotations.NullMarked;
