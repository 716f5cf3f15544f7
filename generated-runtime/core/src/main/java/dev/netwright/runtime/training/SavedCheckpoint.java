package dev.netwright.runtime.training;

import java.nio.file.Path;

/**
 * A checkpoint that has been written.
 *
 * @param file the checkpoint's file
 * @param step number of training steps so far
 * @param epoch number of the epoch in which the run continues, from 1
 * @param batch number of batches of that epoch learned so far
 */
public record SavedCheckpoint(Path file, int step, int epoch, int batch) {}
