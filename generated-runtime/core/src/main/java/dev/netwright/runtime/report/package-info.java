/**
 * Reports of networks and runs for people: tables of layers, the tutorials' lines, and a progress bar on a terminal.
 * Reports are listeners of training; they neither change a run nor compute results of their own.
 */
@NullMarked
package dev.netwright.runtime.report;

import org.jspecify.annotations.NullMarked;
