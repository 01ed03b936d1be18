@NullMarked
package io.hearth.language.grammar;

import org.jspecify.annotations.NullMarked;
