/**
 * The doors that speak HTTP: the API for devices, state, turns and events, health and metrics, and
 * the web page; and {@link io.hearth.gateway.http.TurnDocument}, the one written form of a turn.
 * Knows the home and the turn only through the interfaces given to {@link
 * io.hearth.gateway.http.HttpGateway}.
 */
@NullMarked
package io.hearth.gateway.http;

import org.jspecify.annotations.NullMarked;
