package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import java.util.List;

/** A small network that shows what its kernels do through the host's side of a session. */
interface TestNetwork {
    /** Number of its classes. */
    int CLASSES = 12;

    /** What it computes. */
    NetworkLayers layers();

    /** Its tensors. */
    default ParameterTable parameters() {
        return ParameterTable.of(layers());
    }

    /** Its programs. */
    default Programs programs() {
        return InterpretedPrograms.of(layers());
    }

    /** Batch sizes at which it is tried; 3 and 4, a tail and the full batch, are always among them. */
    List<Integer> batches();

    /** A batch of so many images and labels. */
    TestBatch batch(int size);
}
