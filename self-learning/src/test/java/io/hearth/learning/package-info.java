/** Tests of learning. */
@NullMarked
package io.hearth.learning;

import org.jspecify.annotations.NullMarked;
