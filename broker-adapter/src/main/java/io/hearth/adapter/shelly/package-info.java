/** The conventions of Shelly: JSON-RPC of the second generation and later, topics of the first. */
@NullMarked
package io.hearth.adapter.shelly;

import org.jspecify.annotations.NullMarked;
