/** The CoAP link against scripted devices and other people's clients. */
@NullMarked
package io.hearth.adapter.coap;

import org.jspecify.annotations.NullMarked;
