/**
 * What a device looks like on the wire, whatever the convention: a {@link
 * io.hearth.adapter.binding.Convention} turns what devices say of themselves into {@link
 * io.hearth.adapter.binding.DeviceBinding}s, {@link io.hearth.adapter.binding.BoundDevices} lives
 * by them.
 */
@NullMarked
package io.hearth.adapter.binding;

import org.jspecify.annotations.NullMarked;
