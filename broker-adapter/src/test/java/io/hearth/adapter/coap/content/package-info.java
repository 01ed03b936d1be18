/** Payloads and links of CoAP servers, golden and hostile. */
@NullMarked
package io.hearth.adapter.coap.content;

import org.jspecify.annotations.NullMarked;
