/**
 * A Kaggle competition from the folder of pictures to the file that is handed in, as a user writes it.
 * Only what docs/leaf-competition.md shows is here, and nothing that the runtime should do.
 */
@NullMarked
package dev.netwright.examples.competition;

import org.jspecify.annotations.NullMarked;
