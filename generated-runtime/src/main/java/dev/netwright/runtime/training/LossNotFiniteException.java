package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Batch;

final class LossNotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LossNotFiniteException(double loss, double learningRate, RunProgress progress, Batch next) {
        super("loss " + loss + " rate " + learningRate + progress + next);
    }
}
