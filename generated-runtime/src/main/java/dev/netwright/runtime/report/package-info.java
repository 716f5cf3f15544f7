/**
 * What a network and a run look like to a person: tables of layers, the tutorials' lines, and a progress bar on a terminal.
 * Reports listen to training; they neither change it nor compute anything that it doesn't tell them.
 */
@NullMarked
package dev.netwright.runtime.report;

import org.jspecify.annotations.NullMarked;
