/**
 * What might have been meant: from the transcripts heard to hypotheses grounded in this home. It
 * proposes; it never chooses and never acts.
 */
@NullMarked
package io.hearth.language;

import org.jspecify.annotations.NullMarked;
