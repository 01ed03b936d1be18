package io.hearth.app.broken.gateway;

import java.sql.Connection;

record SqlInGateway(Connection connection) {}
