/**
 * A headless Chromium, where there is one, and what is to be seen in its pictures.
 * Which pages are looked at isn't known here.
 */
@NullMarked
package dev.netwright.tests.browser;

import org.jspecify.annotations.NullMarked;
