@NullMarked
package io.hearth.adapter.broker;

import org.jspecify.annotations.NullMarked;
