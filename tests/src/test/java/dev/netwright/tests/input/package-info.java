/**
 * What comes from outside and is wrong: damaged and hostile files, and options that can't be meant, through the faces that users call.
 * Each reader's own cases stand beside it; here is what holds for all of them.
 */
@NullMarked
package dev.netwright.tests.input;

import org.jspecify.annotations.NullMarked;
