/** Measures what the wire reaches, one row of figures after the other. */
@NullMarked
package io.hearth.app.bench.wire;

import org.jspecify.annotations.NullMarked;
