package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.Network;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Memory for a forward pass is kept for the next of its size, but not for every size that there ever was. */
class IdleMemoryTest {
    private static final int MOST_SMALL = 8;
    private static final int LARGE = 2_500;

    private final Counting kernels = new Counting(KernelSets.named("onednn"));

    @Test
    void ofManySmallBatchesTheLastEightAreKept() {
        try (Network network = network()) {
            for (int batch = 1; batch <= 40; batch++) {
                network.logits(images(batch), batch);
                assertThat(kernels.open).hasValue(Math.min(batch, MOST_SMALL));
            }
            int made = kernels.made.get();
            for (int batch = 33; batch <= 40; batch++) {
                network.logits(images(batch), batch);
            }
            assertThat(kernels.made).hasValue(made);
        }
        assertThat(kernels.open).hasValue(0);
    }

    /** A data set in large batches, and its rest. */
    @Test
    void ofLargeBatchesTheLastTwoSizesAreKept() {
        try (Network network = network()) {
            for (int batch = LARGE; batch < LARGE + 4; batch++) {
                network.logits(images(batch), batch);
            }
            assertThat(kernels.open).hasValue(2);
            int made = kernels.made.get();
            for (int i = 0; i < 3; i++) {
                network.logits(images(LARGE + 3), LARGE + 3);
                network.logits(images(LARGE + 2), LARGE + 2);
            }
            assertThat(kernels.made).hasValue(made);
        }
        assertThat(kernels.open).hasValue(0);
    }

    private Network network() {
        return LeNet28.TYPE.initialize(kernels, Initializer.PYTORCH, 0);
    }

    private static float[] images(int batch) {
        return new float[batch * LeNet28.TYPE.images().size()];
    }

    /** Counts workspaces. */
    private static final class Counting implements KernelSet {
        private final KernelSet kernels;
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger made = new AtomicInteger();

        Counting(KernelSet kernels) {
            this.kernels = kernels;
        }

        @Override
        public String name() {
            return kernels.name();
        }

        @Override
        public String device() {
            return kernels.device();
        }

        @Override
        public SortedMap<String, String> environment() {
            return kernels.environment();
        }

        @Override
        public ParameterMemory allocate(ParameterTable table) {
            return kernels.allocate(table);
        }

        @Override
        public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
            open.incrementAndGet();
            made.incrementAndGet();
            return new Counted(kernels.workspace(parameters, programs, options), open);
        }
    }

    private record Counted(Workspace workspace, AtomicInteger open) implements Workspace {
        @Override
        public void reserve(Mode mode, int batch) {
            workspace.reserve(mode, batch);
        }

        @Override
        public TrainingSession training(int batch) {
            return workspace.training(batch);
        }

        @Override
        public InferenceSession inference(int batch) {
            return workspace.inference(batch);
        }

        @Override
        public BoundBytes boundBytes() {
            return workspace.boundBytes();
        }

        @Override
        public void close() {
            workspace.close();
            open.decrementAndGet();
        }
    }
}
