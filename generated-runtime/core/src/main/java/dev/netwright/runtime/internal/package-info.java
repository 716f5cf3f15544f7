/**
 * What the runtime keeps to itself: nothing below here is part of the API, and any of it may change in any release.
 * No class is in this package itself.
 */
@NullMarked
package dev.netwright.runtime.internal;

import org.jspecify.annotations.NullMarked;
