package io.hearth.gateway.http;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.PersonId;
import io.hearth.model.speech.Transcript;
import java.util.Optional;

/**
 * Something said through the API, before it is a turn.
 *
 * @param area where the microphone is
 * @param satellite the device that heard it
 * @param speaker who said it, where known
 * @param dialogue names the conversation; empty for the usual one of the area and the speaker
 */
public record Said(
    Transcript transcript,
    Optional<AreaId> area,
    Optional<DeviceId> satellite,
    Optional<PersonId> speaker,
    Optional<String> dialogue) {}
