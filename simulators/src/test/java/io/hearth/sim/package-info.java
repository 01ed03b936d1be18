@NullMarked
package io.hearth.sim;

import org.jspecify.annotations.NullMarked;
