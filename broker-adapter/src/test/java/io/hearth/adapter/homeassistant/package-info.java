@NullMarked
package io.hearth.adapter.homeassistant;

import org.jspecify.annotations.NullMarked;
