/** Tests of the registry. */
@NullMarked
package io.hearth.registry;

import org.jspecify.annotations.NullMarked;
