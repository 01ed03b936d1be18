/** Payloads and links of CoAP servers, golden and hostile. */
@NullMarked
package io.hearth.adapter.coap.thing;

import org.jspecify.annotations.NullMarked;
