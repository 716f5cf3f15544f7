/**
 * What the system says of itself: graphics processors, which native libraries lie on the class path, how many threads and how much memory
 * this process may use. It depends on nothing but the
 * words of messages, so that kernel sets can ask it before they take memory; where there is too little, it says what helps in the words of
 * the program or of the command line.
 * Nothing here loads a native library or decides what to compute with.
 */
@NullMarked
package dev.netwright.runtime.machine;

import org.jspecify.annotations.NullMarked;
