/** What the live picture of a home must keep, whatever is said and in whatever order. */
@NullMarked
package io.hearth.context;

import org.jspecify.annotations.NullMarked;
