/**
 * The doctor: what this machine and this class path offer, whether a network fits, and what to write into a POM.
 * Facts are gathered in one class and assessed in others, which a test can give any machine.
 */
@NullMarked
package dev.netwright.commandline.doctor;

import org.jspecify.annotations.NullMarked;
