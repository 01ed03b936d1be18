@NullMarked
package io.hearth.adapter.zigbee2mqtt;

import org.jspecify.annotations.NullMarked;
