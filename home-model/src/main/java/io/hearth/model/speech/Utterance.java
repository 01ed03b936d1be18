package io.hearth.model.speech;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something said to a room.
 *
 * @param id names the turn it starts
 * @param area where the microphone is
 * @param satellite the device that heard it
 * @param speaker who said it, where known
 * @param at when it was said
 * @param dialogue the conversation so far that it belongs to
 */
public record Utterance(
    String id,
    Transcript transcript,
    Optional<AreaId> area,
    Optional<DeviceId> satellite,
    Optional<PersonId> speaker,
    Instant at,
    Dialogue dialogue) {}
