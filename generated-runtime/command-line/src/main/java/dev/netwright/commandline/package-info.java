/**
 * The command line: the program, its commands and what they share.
 * What a command does stands in the runtime, and no tutorial's command may be here.
 */
@NullMarked
package dev.netwright.commandline;

import org.jspecify.annotations.NullMarked;
