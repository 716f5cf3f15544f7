/**
 * Users' own projects, that of the README among them: their text, what they print, and what happens when a spec is broken
 * and mended. Only what a user sees is tested here; of Netwright's own classes, nothing but the command line may be called.
 */
@NullMarked
package dev.netwright.tests.quickstart;

import org.jspecify.annotations.NullMarked;
