/**
 * The benchmark: workloads, repetition of steps, the machine's ceiling, and results as JSON or a table. Command-line
 * options aren't parsed here, and types of a particular kernel set don't belong here.
 */
@NullMarked
package dev.netwright.commandline.bench;

import org.jspecify.annotations.NullMarked;
