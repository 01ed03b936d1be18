/** Tests of the turn, on the demo home. */
@NullMarked
package io.hearth.gateway;

import org.jspecify.annotations.NullMarked;
