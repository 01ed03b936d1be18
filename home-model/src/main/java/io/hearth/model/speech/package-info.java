/** What was said and what it might mean: utterances, requests, hypotheses, dialogue. */
@NullMarked
package io.hearth.model.speech;

import org.jspecify.annotations.NullMarked;
