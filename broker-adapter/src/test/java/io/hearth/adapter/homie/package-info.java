@NullMarked
package io.hearth.adapter.homie;

import org.jspecify.annotations.NullMarked;
