/** Homes and clocks that the tests of every module share. */
@NullMarked
package io.hearth.model;

import org.jspecify.annotations.NullMarked;
