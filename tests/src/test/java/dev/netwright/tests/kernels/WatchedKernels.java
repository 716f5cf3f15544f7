package dev.netwright.tests.kernels;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A kernel set's own kernels; workspaces are counted, and something may be done within each training step. */
public final class WatchedKernels implements KernelSet {
    private final KernelSet kernels;
    private final IntConsumer inStep;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    private WatchedKernels(KernelSet kernels, IntConsumer inStep) {
        this.kernels = kernels;
        this.inStep = inStep;
    }

    /** Kernels whose workspaces are counted. */
    public static WatchedKernels of(KernelSet kernels) {
        return new WatchedKernels(kernels, step -> {});
    }

    /** Kernels with something done within each step, which is given its number, before anything is computed. */
    public static WatchedKernels of(KernelSet kernels, IntConsumer inStep) {
        return new WatchedKernels(kernels, inStep);
    }

    /** How many workspaces there are. */
    public int open() {
        return open.get();
    }

    /** How many workspaces there ever were. */
    public int made() {
        return made.get();
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
        return new Watched(kernels.workspace(parameters, programs, options));
    }

    private final class Watched implements Workspace {
        private final Workspace workspace;

        Watched(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public void reserve(Mode mode, int batch) {
            workspace.reserve(mode, batch);
        }

        @Override
        public TrainingSession training(int batch) {
            return new WatchedSession(workspace.training(batch), inStep);
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
        public long transientBytes() {
            return workspace.transientBytes();
        }

        @Override
        public void close() {
            workspace.close();
            open.decrementAndGet();
        }
    }

    private record WatchedSession(TrainingSession session, IntConsumer inStep) implements TrainingSession {
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
