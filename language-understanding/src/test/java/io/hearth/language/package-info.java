@NullMarked
package io.hearth.language;

import org.jspecify.annotations.NullMarked;
