/**
 * What is in the home: floors, areas, people, devices and their types, and the last state each
 * device reported. Keeps it on disk, and is one of the two places that talk SQL.
 */
@NullMarked
package io.hearth.registry;

import org.jspecify.annotations.NullMarked;
