/**
 * Descriptions of options: name, setters, text in checkpoints, default, range, help, and what happens if a run is
 * resumed with another value. No particular option is known here; {@code training} lists them.
 */
@NullMarked
package dev.netwright.runtime.option;

import org.jspecify.annotations.NullMarked;
