/**
 * Simulated devices, homes and people that talk over the real wire, and the recording and replay of
 * what a home did.
 */
@NullMarked
package io.hearth.sim;

import org.jspecify.annotations.NullMarked;
