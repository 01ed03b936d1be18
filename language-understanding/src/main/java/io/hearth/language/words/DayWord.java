package io.hearth.language.words;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A word for a day, or for a part of one.
 *
 * @param usual the time meant when no clock time is said; empty when the word alone is no time
 * @param early whether it means the morning
 * @param late whether it means the afternoon or later
 */
record DayWord(
    Optional<Integer> daysAhead,
    Optional<DayOfWeek> weekday,
    Optional<LocalTime> usual,
    boolean early,
    boolean late) {}
