/**
 * What the words, units and scales of devices mean in the catalogue's, the same for all
 * conventions.
 */
@NullMarked
package io.hearth.adapter.vocabulary;

import org.jspecify.annotations.NullMarked;
