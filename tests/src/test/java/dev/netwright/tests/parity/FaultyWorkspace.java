package dev.netwright.tests.parity;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.function.ObjIntConsumer;

/**
 * A workspace that says which binding it opens.
 *
 * @param opening given its program and batch, before the program takes its kernels
 */
record FaultyWorkspace(Workspace right, ObjIntConsumer<Mode> opening) implements Workspace {
    @Override
    public void reserve(Mode mode, int batch) {
        right.reserve(mode, batch);
    }

    @Override
    public TrainingSession training(int batch) {
        opening.accept(Mode.TRAINING, batch);
        return right.training(batch);
    }

    @Override
    public InferenceSession inference(int batch) {
        opening.accept(Mode.INFERENCE, batch);
        return right.inference(batch);
    }

    @Override
    public BoundBytes boundBytes() {
        return right.boundBytes();
    }

    @Override
    public long transientBytes() {
        return right.transientBytes();
    }

    @Override
    public void close() {
        right.close();
    }
}
