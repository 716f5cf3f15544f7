/**
 * A search for similar pictures by the features of a trained network, as a user writes it. Only what docs/features.md
 * shows is here, and nothing that the runtime should do.
 */
@NullMarked
package dev.netwright.examples.search;

import org.jspecify.annotations.NullMarked;
