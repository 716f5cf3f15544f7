/**
 * What a network and a run look like to a person: tables of layers, the tutorials' lines, and a progress bar on a terminal.
 * Reports listen to training; they neither change it nor compute anything that it doesn't tell them. What they advise to set they say in the
 * words of the program or of the command line, which {@code fault} has.
 */
@NullMarked
package dev.netwright.runtime.report;

import org.jspecify.annotations.NullMarked;
