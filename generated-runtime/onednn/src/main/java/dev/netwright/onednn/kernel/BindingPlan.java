package dev.netwright.onednn.kernel;

import dev.netwright.onednn.image.ImageBuffers;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.ArenaPlace;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.OwnPlace;
import dev.netwright.onednn.memory.Place;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.onednn.parameter.WeightForm;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.onednn.winograd.SessionBuffers;
import dev.netwright.onednn.winograd.TileProduct;
import dev.netwright.operation.Mode;
import dev.netwright.plan.Arena;
import dev.netwright.plan.onednn.Tiling;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the kernels of one binding agree on while it is planned: its batch, its parameters, and memory beside the arena. */
public final class BindingPlan {
    private final OneDnnParameters parameters;
    private final Mode mode;
    private final BindingOptions options;
    private final StepClock clock;
    private final List<String> implementations = new ArrayList<>();
    private final Map<String, Integer> reorders = new LinkedHashMap<>();
    private final List<PlannedConstant> constants = new ArrayList<>();
    private final Arena arena = new Arena(NativeBytes.ALIGNMENT);
    private final List<WeightForm> forms = new ArrayList<>();
    private final SessionBuffers buffers = new SessionBuffers();
    private final ImageBuffers imageBuffers = new ImageBuffers();
    private long ownBytes;

    /** A tensor that is written once. */
    private interface PlannedConstant {
        void fill(BindingMemory memory);
    }

    public BindingPlan(OneDnnParameters parameters, Mode mode, BindingOptions options, StepClock clock) {
        this.parameters = parameters;
        this.mode = mode;
        this.options = options;
        this.clock = clock;
    }

    OneDnnParameters parameters() {
        return parameters;
    }

    Mode mode() {
        return mode;
    }

    BindingOptions options() {
        return options;
    }

    public StepClock clock() {
        return clock;
    }

    public int batch() {
        return clock.batch();
    }

    /** Memory that tensors share over time. */
    public Arena arena() {
        return arena;
    }

    /** Where an activation's values lie: in the arena, or where the host finds them. */
    Place place(OneDnnActivation activation, Layout layout) {
        return activation.isPlain() && !activation.hasGradient()
                ? own(layout.bytes())
                : new ArenaPlace(arena.region(layout.bytes()));
    }

    /** Arrays between the transforms of tiles. */
    SessionBuffers buffers() {
        return buffers;
    }

    /** Arrays of layers that Java computes. */
    ImageBuffers imageBuffers() {
        return imageBuffers;
    }

    /** Memory that lasts from step to step. */
    OwnPlace own(long bytes) {
        OwnPlace place = new OwnPlace(ownBytes);
        ownBytes += NativeBytes.aligned(bytes);
        return place;
    }

    /** A tensor that no step changes, given in plain order. */
    Tensor constant(Layout layout, float... values) {
        Tensor tensor = new Tensor(layout, own(layout.bytes()));
        constants.add(memory -> Reordering.fill(tensor, values, memory));
        return tensor;
    }

    /**
     * A weight in the form that a prediction's kernel reads, and the step that keeps it so.
     *
     * @param norm whose factors are in it
     */
    Tensor weight(Pass pass, Parameter parameter, Layout wanted, Optional<FoldedNorm> norm) {
        return weight(pass, parameters.form(parameter, wanted, norm, Optional.empty()));
    }

    /** The same, transformed for the products of tiles. */
    Tensor weight(Pass pass, Parameter parameter, Tiling tiling, Optional<FoldedNorm> norm) {
        return weight(pass, parameters.form(parameter, TileProduct.weights(tiling), norm, Optional.of(tiling)));
    }

    private Tensor weight(Pass pass, WeightForm form) {
        forms.add(form);
        if (!form.isStored()) {
            pass.host(form.refresh());
        }
        return form.tensor();
    }

    /** The forms of weights that are to be held while this is bound. */
    public List<WeightForm> forms() {
        return List.copyOf(forms);
    }

    /** Writes the constants, once memory exists. */
    public void fillConstants(BindingMemory memory) {
        constants.forEach(constant -> constant.fill(memory));
    }

    /** Bytes of all of it. */
    public long ownBytes() {
        return ownBytes;
    }

    /** Whether a kernel's backward is run. */
    boolean hasBackward(String layer) {
        return mode == Mode.TRAINING && !options.frozen().has(layer);
    }

    /** Notes what a finished kernel runs. */
    void count(String layer, Pass forward, Pass backward) {
        note(layer, "forward", forward);
        if (hasBackward(layer)) {
            note(layer, "backward", backward);
        }
    }

    private void note(String layer, String direction, Pass pass) {
        if (pass.reorders() > 0) {
            reorders.put(layer + " " + direction, pass.reorders());
        }
        for (PlannedStep step : pass.steps()) {
            step.implementations()
                    .forEach(implementation -> implementations.add(layer + " " + direction + " " + implementation));
        }
    }

    /** Each primitive as layer, direction and the library's name of its code. */
    public List<String> implementations() {
        return List.copyOf(implementations);
    }

    /** How often a step changes layouts, by layer and direction. */
    public Map<String, Integer> reorders() {
        return Map.copyOf(reorders);
    }
}
