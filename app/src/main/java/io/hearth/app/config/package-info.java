/**
 * Owns the configuration: its defaults, the file, the environment, and where each value came from.
 */
@NullMarked
package io.hearth.app.config;

import org.jspecify.annotations.NullMarked;
