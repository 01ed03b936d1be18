package io.hearth.app.broken.gateway;

import org.eclipse.paho.mqttv5.client.MqttClient;

record PahoInGateway(MqttClient client) {}
