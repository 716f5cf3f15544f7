/**
 * The doctor: what this machine and class path provide, whether a network fits, and the properties for a POM. One class
 * collects facts and others interpret them, so that tests can use the facts of any machine.
 */
@NullMarked
package dev.netwright.commandline.doctor;

import org.jspecify.annotations.NullMarked;
