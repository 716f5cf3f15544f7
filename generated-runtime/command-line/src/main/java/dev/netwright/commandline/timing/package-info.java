/**
 * The time of each kernel of a program, for any kernel set: kernels that read the clock and delegate. Only the public
 * kernel interfaces are used here; repetition and output are decided elsewhere.
 */
@NullMarked
package dev.netwright.commandline.timing;

import org.jspecify.annotations.NullMarked;
