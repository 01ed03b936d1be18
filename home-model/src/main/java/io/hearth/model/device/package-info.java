/** What is in a home: floors, areas, people, devices, and the catalogue of what devices can be. */
@NullMarked
package io.hearth.model.device;

import org.jspecify.annotations.NullMarked;
