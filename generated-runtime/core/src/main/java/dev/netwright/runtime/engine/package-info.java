/**
 * Engines: kernel sets with a name, found on the class path, and the reasons why one can't be used. No engine's classes
 * are known here; each engine is an artifact of its own that implements {@link dev.netwright.runtime.engine.Engine}.
 */
@NullMarked
package dev.netwright.runtime.engine;

import org.jspecify.annotations.NullMarked;
