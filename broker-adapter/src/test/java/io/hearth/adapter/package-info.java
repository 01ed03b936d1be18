/** The adapter against real brokers and scripted devices. */
@NullMarked
package io.hearth.adapter;

import org.jspecify.annotations.NullMarked;
