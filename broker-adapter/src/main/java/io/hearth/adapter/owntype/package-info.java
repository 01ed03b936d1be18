/** Device types of one's own: described in one file each, without a line of code. */
@NullMarked
package io.hearth.adapter.owntype;

import org.jspecify.annotations.NullMarked;
