/**
 * The benchmark: workloads, how often a step is repeated, the machine's ceiling, and what came out as a line or a table.
 * Options of the command line may not be read here, and no kernel set's own types may appear.
 */
@NullMarked
package dev.netwright.commandline.bench;

import org.jspecify.annotations.NullMarked;
