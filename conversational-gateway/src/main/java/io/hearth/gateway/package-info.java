/**
 * The turn: from an utterance to a decision, its dispatch and a reply that says what really
 * happened; and the doors people speak through, HTTP, WebSocket, web app and voice satellites.
 */
@NullMarked
package io.hearth.gateway;

import org.jspecify.annotations.NullMarked;
