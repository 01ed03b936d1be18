/**
 * What is true now around the speaker: live state, time, place, presence, activity and habits, as
 * one immutable snapshot that a whole turn sees.
 */
@NullMarked
package io.hearth.context;

import org.jspecify.annotations.NullMarked;
