/**
 * Devices that speak the Homie convention: version 5 with its description document, 4 and 3 with
 * their attributes.
 */
@NullMarked
package io.hearth.adapter.homie;

import org.jspecify.annotations.NullMarked;
