package io.hearth.app.broken.gateway;

import org.eclipse.californium.core.CoapClient;

record CaliforniumInGateway(CoapClient client) {}
