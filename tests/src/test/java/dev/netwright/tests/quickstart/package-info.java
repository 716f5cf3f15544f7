/**
 * The user's own project of the README: its text, what it prints, and what happens when its spec is broken and mended.
 * Only what a user sees is tested here; nothing may call Netwright's own classes.
 */
@NullMarked
package dev.netwright.tests.quickstart;

import org.jspecify.annotations.NullMarked;
