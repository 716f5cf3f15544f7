package dev.netwright.tests.checkpoints;

import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.SortedMap;
import java.util.function.IntConsumer;

/** Kernels with something done within each step, before anything is computed. */
record SlowKernels(KernelSet kernels, IntConsumer inStep) implements KernelSet {
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
        return new SlowWorkspace(kernels.workspace(parameters, programs, options), inStep);
    }

    private record SlowWorkspace(Workspace workspace, IntConsumer inStep) implements Workspace {
        @Override
        public void reserve(Mode mode, int batch) {
            workspace.reserve(mode, batch);
        }

        @Override
        public TrainingSession training(int batch) {
            return new SlowSession(workspace.training(batch), inStep);
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
        }
    }

    private record SlowSession(TrainingSession session, IntConsumer inStep) implements TrainingSession {
        @Override
        public int batch() {
            return session.batch();
        }

        @Override
        public void load(float[] images, int[] labels, int step) {
            inStep.accept(step);
            session.load(images, labels, step);
        }

        @Override
        public void load(float[] images, float[] targets, int step) {
            inStep.accept(step);
            session.load(images, targets, step);
        }

        @Override
        public TrainingProgram program() {
            return session.program();
        }
    }
}
