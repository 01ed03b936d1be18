/** Tests of the way to devices that are web servers. */
@NullMarked
package io.hearth.adapter.http;

import org.jspecify.annotations.NullMarked;
