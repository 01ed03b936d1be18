/** The scenes and properties that the rules must keep. */
@NullMarked
package io.hearth.rules;

import org.jspecify.annotations.NullMarked;
