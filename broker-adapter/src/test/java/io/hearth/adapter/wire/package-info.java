/** What every link has in common, on its own. */
@NullMarked
package io.hearth.adapter.wire;

import org.jspecify.annotations.NullMarked;
