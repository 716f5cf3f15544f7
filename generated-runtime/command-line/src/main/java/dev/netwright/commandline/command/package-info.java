/**
 * The commands for any network, one class each, with their options. Commands only parse options and print results; the
 * work is done in the runtime.
 */
@NullMarked
package dev.netwright.commandline.command;

import org.jspecify.annotations.NullMarked;
