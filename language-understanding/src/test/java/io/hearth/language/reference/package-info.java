@NullMarked
package io.hearth.language.reference;

import org.jspecify.annotations.NullMarked;
