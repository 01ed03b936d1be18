/** Measures a broker through the adapter, as docs/adr/0002-embedded-broker.md tells. */
@NullMarked
package io.hearth.adapter.bench;

import org.jspecify.annotations.NullMarked;
