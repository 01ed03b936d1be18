@NullMarked
package io.hearth.adapter.wot;

import org.jspecify.annotations.NullMarked;
