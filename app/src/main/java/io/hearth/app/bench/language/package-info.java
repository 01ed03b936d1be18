/** Owns the evaluation of understanding on sets of requests that others collected. */
@NullMarked
package io.hearth.app.bench.language;

import org.jspecify.annotations.NullMarked;
