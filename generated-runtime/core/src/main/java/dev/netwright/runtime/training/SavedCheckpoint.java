package dev.netwright.runtime.training;

import java.nio.file.Path;

/**
 * A checkpoint that has been written.
 *
 * @param file where
 * @param step training steps before it
 * @param epoch in which the run goes on, from 1
 * @param batch batches of that epoch before it
 */
public record SavedCheckpoint(Path file, int step, int epoch, int batch) {}
