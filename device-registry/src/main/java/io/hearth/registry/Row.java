package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.state.DeviceState;
import java.util.Optional;

/**
 * What is kept of one device.
 *
 * @param announced empty for a device of the home file
 * @param state empty when nothing was heard of it
 */
record Row(DeviceId device, Optional<Announced> announced, Optional<DeviceState> state) {}
