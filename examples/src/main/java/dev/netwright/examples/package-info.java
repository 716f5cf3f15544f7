/**
 * Programs to start from, which use Netwright as any user's program does.
 * Nothing here may be needed by another module's main code; what a program has to invent belongs into the runtime.
 */
@NullMarked
package dev.netwright.examples;

import org.jspecify.annotations.NullMarked;
