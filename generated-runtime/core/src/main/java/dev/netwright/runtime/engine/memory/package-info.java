/**
 * Native memory of the process's own, through JavaCPP: allocation that fails with a message, and copies of arrays.
 * What lies in it and how it is laid out is the engines' business, and no engine's type may appear here.
 */
@NullMarked
package dev.netwright.runtime.engine.memory;

import org.jspecify.annotations.NullMarked;
