package io.hearth.app.broken.sim;

import io.hearth.app.broken.adapter.Wire;

record SimulatorOnTheAdapter(Wire wire) {}
