/**
 * What commands read from the command line alike: networks, files, and faults of options told in a line.
 * No command is known here.
 */
@NullMarked
package dev.netwright.commandline.argument;

import org.jspecify.annotations.NullMarked;
