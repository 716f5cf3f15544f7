/**
 * Which of the library's answers is taken: candidates with what they cost by the committed table, never by a timing.
 * Nothing here makes a primitive's arguments or knows memory.
 */
@NullMarked
package dev.netwright.onednn.choice;

import org.jspecify.annotations.NullMarked;
