@NullMarked
package io.hearth.language.words;

import org.jspecify.annotations.NullMarked;
