/**
 * What a device means when its convention does not say: the table from names, units and shapes to
 * the properties, actions and device types of the catalogue, shared by the conventions without
 * semantics of their own.
 */
@NullMarked
package io.hearth.adapter.inference;

import org.jspecify.annotations.NullMarked;
