/** Sentence forms of a language: read from templates, compiled, and matched against sentences. */
@NullMarked
package io.hearth.language.grammar;

import org.jspecify.annotations.NullMarked;
