/**
 * Owns the wiring of one running home: what starts in which order, what meets what, and what stops.
 */
@NullMarked
package io.hearth.app.home;

import org.jspecify.annotations.NullMarked;
