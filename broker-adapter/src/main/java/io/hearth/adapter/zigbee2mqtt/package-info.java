/** The convention of zigbee2mqtt: devices described by what they expose. */
@NullMarked
package io.hearth.adapter.zigbee2mqtt;

import org.jspecify.annotations.NullMarked;
