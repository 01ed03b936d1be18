/**
 * What CoAP servers send: plain text, JSON, CBOR, SenML, and the formats of LwM2M, all read into
 * the same readings. Pure functions; what cannot be read is a {@link
 * io.hearth.adapter.wire.MalformedPayloadException}.
 */
@NullMarked
package io.hearth.adapter.coap.content;

import org.jspecify.annotations.NullMarked;
