/** The brokers that were measured side by side. */
@NullMarked
package io.hearth.adapter.bench;

import org.jspecify.annotations.NullMarked;
