/**
 * What measures the wire from outside: loads and a bare reader that share no code with the adapter,
 * and a broker in a process of its own.
 */
@NullMarked
package io.hearth.adapter.bench;

import org.jspecify.annotations.NullMarked;
