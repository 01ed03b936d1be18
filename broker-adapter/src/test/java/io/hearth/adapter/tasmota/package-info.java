@NullMarked
package io.hearth.adapter.tasmota;

import org.jspecify.annotations.NullMarked;
