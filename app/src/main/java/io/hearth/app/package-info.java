/** The whole house put together: configuration, wiring, and the {@code hearth} command line. */
@NullMarked
package io.hearth.app;

import org.jspecify.annotations.NullMarked;
