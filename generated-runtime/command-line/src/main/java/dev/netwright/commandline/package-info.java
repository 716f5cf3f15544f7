/**
 * The command line: the program, its commands and their common parts. Commands delegate to the runtime; commands of
 * tutorials don't belong here.
 */
@NullMarked
package dev.netwright.commandline;

import org.jspecify.annotations.NullMarked;
