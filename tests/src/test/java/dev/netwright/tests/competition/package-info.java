/**
 * A competition from pictures on a disk to the file that is handed in, with the example's own code and real pictures.
 * What a single step does in every case is tested beside it.
 */
@NullMarked
package dev.netwright.tests.competition;

import org.jspecify.annotations.NullMarked;
