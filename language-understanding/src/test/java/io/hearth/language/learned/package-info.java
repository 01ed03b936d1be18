@NullMarked
package io.hearth.language.learned;

import org.jspecify.annotations.NullMarked;
