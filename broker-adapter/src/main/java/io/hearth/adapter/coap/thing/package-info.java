/**
 * What the resources of a CoAP server mean: objects of IPSO and LwM2M, resource types of OCF, and
 * plain words, put together into devices. Pure functions.
 */
@NullMarked
package io.hearth.adapter.coap.thing;

import org.jspecify.annotations.NullMarked;
