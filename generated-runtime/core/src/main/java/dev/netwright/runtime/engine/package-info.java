/**
 * What an engine is to the runtime: a kernel set with a name, found on the class path, and why one can't be used.
 * No engine is known here; each is an artifact of its own that implements {@link dev.netwright.runtime.engine.Engine}.
 */
@NullMarked
package dev.netwright.runtime.engine;

import org.jspecify.annotations.NullMarked;
