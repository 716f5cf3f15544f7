/**
 * Facts about the system: GPUs, native libraries on the class path, and the threads and memory available to this
 * process. It depends only on {@code fault}, so that kernel sets can use it before they allocate memory; nothing here
 * loads a native library or chooses kernels.
 */
@NullMarked
package dev.netwright.runtime.machine;

import org.jspecify.annotations.NullMarked;
