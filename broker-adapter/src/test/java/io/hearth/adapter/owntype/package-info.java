@NullMarked
package io.hearth.adapter.owntype;

import org.jspecify.annotations.NullMarked;
