/**
 * Whether a run that was stopped, killed or led astray loses nothing: checkpoints, resuming, and the programs that do it. What files hold is tested
 * beside their code; no other test of networks belongs here.
 */
@NullMarked
package dev.netwright.tests.checkpoints;

import org.jspecify.annotations.NullMarked;
