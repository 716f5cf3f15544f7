/**
 * Whole generated networks as their users meet them: trained, saved, loaded, asked, closed, and out of memory.
 * What a single kernel computes is tested elsewhere; nothing here looks behind the public face but at what a step allocates.
 */
@NullMarked
package dev.netwright.tests.network;

import org.jspecify.annotations.NullMarked;
