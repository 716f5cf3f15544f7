/**
 * What messages of every package are made of: settings that get past a fault, and the words that a program or the command line
 * has for them. Nothing here knows what a fault is about.
 */
@NullMarked
package dev.netwright.runtime.fault;

import org.jspecify.annotations.NullMarked;
