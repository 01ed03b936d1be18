/**
 * What every link has in common: payloads of the Hearth convention, where a device was last heard,
 * the way into the house, waiting between attempts, and counting.
 */
@NullMarked
package io.hearth.adapter.wire;

import org.jspecify.annotations.NullMarked;
