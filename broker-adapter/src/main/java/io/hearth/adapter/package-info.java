/**
 * The edge to the devices' wire: keeps the broker link, runs the embedded broker, and turns what
 * arrives into home events and commands into what devices understand. Wire words end here.
 */
@NullMarked
package io.hearth.adapter;

import org.jspecify.annotations.NullMarked;
