/**
 * The commands that serve any network, one class each, with their options.
 * What a command does stands in the runtime; here it is only asked for and printed.
 */
@NullMarked
package dev.netwright.commandline.command;

import org.jspecify.annotations.NullMarked;
