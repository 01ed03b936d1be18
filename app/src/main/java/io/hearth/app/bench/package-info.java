/** Owns the benchmarks of the whole; those of one module stand in that module. */
@NullMarked
package io.hearth.app.bench;

import org.jspecify.annotations.NullMarked;
