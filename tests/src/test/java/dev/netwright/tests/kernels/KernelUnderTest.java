package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** One kernel with its sizes, as a program of {@link SingleKernelNetwork} binds it. */
interface KernelUnderTest {
    /** Name of its layer. */
    String LAYER = "tested";

    /** What it reads. */
    Shape input();

    /** What it writes. */
    Shape output();

    /** Adds its parameters, if it has any. */
    default void describe(ParameterTable.Builder parameters) {}

    /** Whether its output overwrites its input. */
    default boolean isInPlace() {
        return false;
    }

    /** Whether its input's gradient overwrites its output's. */
    default boolean isGradientInPlace() {
        return isInPlace();
    }

    /** Whether inference leaves it out. */
    default boolean isForTrainingOnly() {
        return false;
    }

    /** The smallest batch of which it makes more than rounding. */
    default int smallestBatch() {
        return 1;
    }

    /** Whether it takes away what is the same in a whole channel, so that a bias before it has no gradient but rounding. */
    default boolean isBlindToConstants() {
        return false;
    }

    /**
     * Binds it.
     *
     * @param saved a slot as large as its input, for what its backward needs
     */
    Kernel bind(Binding binding, Mode mode, Activation input, Activation output, Slot saved);
}
