/**
 * How long each kernel of a program takes, for any kernel set: kernels that look at the clock and hand everything on.
 * Only the public kernel interfaces may be used here; what is measured, how often and how it is shown is decided elsewhere.
 */
@NullMarked
package dev.netwright.commandline.timing;

import org.jspecify.annotations.NullMarked;
