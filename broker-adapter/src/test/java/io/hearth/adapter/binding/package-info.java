/** What the engine of bound devices does, and its parts on their own. */
@NullMarked
package io.hearth.adapter.binding;

import org.jspecify.annotations.NullMarked;
