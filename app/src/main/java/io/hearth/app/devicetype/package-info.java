/** Device types of one's own, tried out: what a file gives, and whether its samples hold. */
@NullMarked
package io.hearth.app.devicetype;

import org.jspecify.annotations.NullMarked;
