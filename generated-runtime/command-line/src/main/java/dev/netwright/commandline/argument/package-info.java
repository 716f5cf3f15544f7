/**
 * Parsing and checking of command-line arguments that several commands share: networks, files, and error messages. No
 * command is known here.
 */
@NullMarked
package dev.netwright.commandline.argument;

import org.jspecify.annotations.NullMarked;
