package io.hearth.adapter.mqtt;

import java.util.Optional;

/**
 * A message as it arrived.
 *
 * @param retained true when the broker had kept it from before the subscription
 * @param correlation the correlation data as text
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; copied nowhere, because it is hot
record Publication(String topic, byte[] payload, boolean retained, Optional<String> correlation) {}
