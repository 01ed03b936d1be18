/**
 * What was meant after all: feedback, rephrasing, taught words, and the rewrites, habits and
 * preferences that follow from them, each with the turns that caused it.
 */
@NullMarked
package io.hearth.learning;

import org.jspecify.annotations.NullMarked;
