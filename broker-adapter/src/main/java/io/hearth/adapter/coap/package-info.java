/** CoAP to home words and back: discovery of resources, observation, and confirmable commands. */
@NullMarked
package io.hearth.adapter.coap;

import org.jspecify.annotations.NullMarked;
