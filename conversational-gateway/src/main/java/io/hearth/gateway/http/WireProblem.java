package io.hearth.gateway.http;

import io.hearth.model.device.DeviceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that went wrong with what devices say, perhaps many times.
 *
 * @param link the way it came, e.g. {@code mqtt}, or the convention that could not make sense of it
 * @param device whose problem it is, where one knows
 * @param place the topic or resource
 * @param reason what is wrong, in one line
 * @param head the beginning of the payload; empty where there is none
 * @param first when it was first so
 * @param last when it was last so
 * @param count how often
 */
public record WireProblem(
    String link,
    Optional<DeviceId> device,
    String place,
    String reason,
    String head,
    Instant first,
    Instant last,
    long count) {}
