/** What words refer to in one home: its names, places and things, and the devices meant by them. */
@NullMarked
package io.hearth.language.reference;

import org.jspecify.annotations.NullMarked;
