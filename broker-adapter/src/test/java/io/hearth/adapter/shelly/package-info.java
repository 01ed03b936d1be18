@NullMarked
package io.hearth.adapter.shelly;

import org.jspecify.annotations.NullMarked;
