/**
 * Templates that devices and people describe payloads with: the Jinja of Home Assistant, bounded in
 * time and memory, with no way out of the template.
 */
@NullMarked
package io.hearth.adapter.template;

import org.jspecify.annotations.NullMarked;
