/**
 * What an option of a run is: its name, how it is given, the text that a checkpoint holds, its default, its range, its help, and what
 * becomes of a run that is resumed with another value. No option stands here and nothing here knows what one is about; {@code training} lists
 * them.
 */
@NullMarked
package dev.netwright.runtime.option;

import org.jspecify.annotations.NullMarked;
