package dev.netwright.runtime.onednn;

import dev.netwright.runtime.host.HostSession;
import dev.netwright.runtime.host.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.nd4j.KernelThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One program for one batch size: what its kernels do, in layouts that they have agreed on, and the memory that they need. */
final class PlannedBinding {
    private final Programs programs;
    private final Recording recording;
    private final BindingPlan plan;
    private final List<KernelPlan> kernels = new ArrayList<>();
    private final long arenaBytes;

    private PlannedBinding(Programs programs, Recording recording, BindingPlan plan) {
        this.programs = programs;
        this.recording = recording;
        this.plan = plan;
        placeImages();
        List<Recording.Request> requests = recording.requests();
        for (int i = 0; i < requests.size(); i++) {
            Recording.Request request = requests.get(i);
            kernels.add(request.planner().apply(new KernelBuilder(request.layer(), plan, i, requests.size())));
        }
        arenaBytes = plan.arena().assign();
    }

    /** The first pass. */
    static PlannedBinding of(
            Programs programs, OneDnnParameters parameters, Mode mode, int batch, BindingOptions options) {
        Recording recording = new Recording(mode, batch, options.frozen());
        programs.describe(mode, recording);
        return new PlannedBinding(
                programs, recording, new BindingPlan(parameters, mode, options, new StepClock(options.seed(), batch)));
    }

    private void placeImages() {
        OneDnnActivation images = recording.boundImages();
        Layout layout = Layout.plain(
                plan.batch(),
                images.shape().channels(),
                images.shape().height(),
                images.shape().width());
        images.setValue(new Tensor(layout, plan.place(images, layout)));
    }

    /** Bytes that it takes turns to use with other bindings. */
    long arenaBytes() {
        return arenaBytes;
    }

    /** Bytes of its own. */
    long ownBytes() {
        return plan.ownBytes();
    }

    /** The largest sum of what lives in the arena at the same time. */
    long largestLiveBytes() {
        return plan.arena().largestLiveBytes();
    }

    List<String> implementations() {
        return plan.implementations();
    }

    Map<String, Integer> reorders() {
        return plan.reorders();
    }

    /** The second pass of a training program. */
    TrainingSession training(BindingMemory memory) {
        handOut(memory);
        return new HostSession.Training(
                programs.training().apply(recording),
                KernelThreads::enter,
                NativeArray.of(recording.boundImages().value(), memory),
                recording.boundImages().shape().size(),
                recording.boundTargets(),
                plan.clock());
    }

    /** The second pass of an inference program. */
    InferenceSession inference(BindingMemory memory) {
        handOut(memory);
        return new HostSession.Inference(
                programs.inference().apply(recording),
                KernelThreads::enter,
                NativeArray.of(recording.boundImages().value(), memory),
                NativeArray.of(recording.boundLogits().value(), memory),
                recording.boundImages().shape().size(),
                plan.batch());
    }

    private void handOut(BindingMemory memory) {
        plan.fillConstants(memory);
        recording.handOut(kernels.stream().map(kernel -> kernel.bind(memory)).toList());
    }
}
