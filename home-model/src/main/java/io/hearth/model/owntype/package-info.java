/**
 * A device type of one's own as plain data: what it is, how it speaks on the wire, how it behaves
 * when it is simulated, and the samples that show all that.
 */
@NullMarked
package io.hearth.model.owntype;

import org.jspecify.annotations.NullMarked;
