/** Words of a language: normal forms, the lexicon, and what values, times and states are said. */
@NullMarked
package io.hearth.language.words;

import org.jspecify.annotations.NullMarked;
