package io.hearth.adapter.mqtt;

/** A command as a convention wants it: where to and what. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Outgoing(String topic, byte[] payload) {}
