/**
 * What a sentence most likely means by its likeness to sentences that people wrote for training:
 * probabilities of senses and marked slots, without any home. Trained when the module is built.
 */
@NullMarked
package io.hearth.language.learned;

import org.jspecify.annotations.NullMarked;
