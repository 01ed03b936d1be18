/**
 * One scenario over every convention and every broker, with lamps that know nothing of the adapter.
 */
@NullMarked
package io.hearth.adapter.scenario;

import org.jspecify.annotations.NullMarked;
