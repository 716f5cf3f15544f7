package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.onednn.winograd.TransformedWeights;
import dev.netwright.plan.onednn.Tiling;
import dev.netwright.runtime.engine.memory.NativeFloats;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The trainable tensors as they are stored, and weights in the forms that predictions read. Where nobody trains, a weight is held in one
 * form only: the first that a prediction needs replaces the stored one if the stored one can be recovered from it bit-identically.
 */
final class WeightForms implements AutoCloseable {
    private final OneDnnParameters parameters;
    private final StoredTensors stored;
    private final List<HeldWeight> held = new ArrayList<>();

    /** Those that have replaced what is stored. */
    private final Map<Parameter, HeldWeight> only = new HashMap<>();

    WeightForms(OneDnnParameters parameters, StoredTensors stored) {
        this.parameters = parameters;
        this.stored = stored;
    }

    synchronized void allocate() {
        stored.allocate();
    }

    /** The stored tensors as one vector, which they stay. */
    synchronized NativeBytes vector() {
        stored.allocate();
        return stored.vector((parameter, target) -> {
            HeldWeight form = only.remove(parameter);
            if (form == null) {
                Pointer.memcpy(target, stored.at(parameter), stored.bytes(parameter));
            } else {
                bringBack(form, target);
                if (form.holders == 0) {
                    free(form);
                }
            }
        });
    }

    /** Whether {@link #inPlace} gives the same addresses from now on. */
    synchronized boolean isVector() {
        return stored.isVector();
    }

    /** A stored tensor's address for a session that keeps it. */
    synchronized Pointer inPlace(Parameter parameter) {
        stored.allocate();
        store(parameter);
        return stored.inPlace(parameter);
    }

    /** A stored tensor's address. */
    synchronized Pointer at(Parameter parameter) {
        stored.allocate();
        store(parameter);
        return stored.at(parameter);
    }

    /** Has every tensor where it is stored, before one is written: every other form is made again afterwards. */
    synchronized void store() {
        List.copyOf(only.keySet()).forEach(this::store);
    }

    /** Copies a tensor out in plain order. */
    synchronized void read(Parameter parameter, float[] target) {
        HeldWeight form = only.get(parameter);
        if (form == null) {
            stored.allocate();
            parameters.copyOut(parameter, stored.at(parameter), target);
            return;
        }
        try (NativeObjects made = new NativeObjects();
                FloatPointer plain = NativeFloats.uninitialized(target.length)) {
            made.collect(() ->
                    Reordering.run(form.layout, form.memory.at(0), Layout.plain(form.layout.dimensions()), plain));
            plain.get(target);
        }
        form.fold.ifPresent(fold -> fold.undo(0, target));
    }

    boolean isStored(Parameter parameter, Layout layout) {
        return parameters.layout(parameter).isSameAs(layout);
    }

    /** By how much more memory is taken once a form is held. */
    synchronized long addedBytes(WeightForm form) {
        Parameter parameter = form.parameter();
        HeldWeight present = only.get(parameter);
        if (form.isStored()) {
            return present == null ? 0 : form.layout().bytes();
        }
        if (find(form).isPresent()) {
            return 0;
        }
        if (present != null && present.holders > 0) {
            boolean needsStored = form.norm().isPresent() || form.tiling().isPresent();
            return form.layout().bytes() + (needsStored ? stored.bytes(parameter) : 0);
        }
        long given = present == null ? stored.bytes(parameter) : present.layout.bytes();
        return form.layout().bytes() - (canReplace(form) ? given : 0);
    }

    /** Makes a weight in a form that is none of its own, unless it is there. */
    synchronized HeldWeight held(WeightForm form) {
        Optional<HeldWeight> known = find(form);
        if (known.isPresent()) {
            known.get().holders++;
            return known.get();
        }
        stored.allocate();
        HeldWeight present = only.get(form.parameter());
        if (present == null || present.holders == 0) {
            store(form.parameter());
        }
        HeldWeight made = new HeldWeight(form);
        try {
            boolean replaces = !only.containsKey(form.parameter()) && canReplace(form);
            prepare(made, replaces);
            if (replaces && made.fold.map(Fold::isExact).orElse(true)) {
                only.put(form.parameter(), made);
                stored.giveUp(form.parameter());
            } else {
                made.fold = Optional.empty();
            }
        } catch (RuntimeException | Error e) {
            made.free();
            throw e;
        }
        made.holders = 1;
        held.add(made);
        return made;
    }

    /** Frees a form that nobody reads any more, unless it is the only one. */
    synchronized void release(HeldWeight form) {
        form.holders--;
        if (form.holders == 0 && held.contains(form) && only.get(form.parameter) != form) {
            free(form);
        }
    }

    /** Makes a form again if a parameter has changed since. */
    void refresh(HeldWeight form) {
        if (form.seen != parameters.version()) {
            again(form);
        }
    }

    private synchronized void again(HeldWeight form) {
        if (form.seen != parameters.version()) {
            prepare(form, false);
        }
    }

    private Optional<HeldWeight> find(WeightForm form) {
        return held.stream().filter(one -> one.is(form)).findFirst();
    }

    private boolean canReplace(WeightForm form) {
        return form.tiling().isEmpty()
                && stored.canGiveUp(form.parameter())
                && form.layout().isInBlocks();
    }

    /** Has a tensor where it is stored. */
    private void store(Parameter parameter) {
        HeldWeight form = only.get(parameter);
        if (form != null) {
            stored.allocate(parameter);
            bringBack(form, stored.at(parameter));
            only.remove(parameter);
            if (form.holders == 0) {
                free(form);
            }
        }
    }

    private void free(HeldWeight form) {
        held.remove(form);
        form.free();
    }

    private void prepare(HeldWeight form, boolean undoable) {
        long version = parameters.version();
        if (form.tiling.isPresent()) {
            prepareTransformed(form, form.tiling.get());
        } else if (form.norm.isPresent()) {
            prepareFolded(form, form.norm.get().factors(parameters), undoable);
        } else {
            HeldWeight other = only.get(form.parameter);
            if (other == null || other.fold.isPresent()) {
                store(form.parameter);
                fromStored(form).copy(stored.at(form.parameter), form.memory.at(0));
            } else {
                new WeightPieces(form.parameter, other.layout, form.layout).copy(other.memory.at(0), form.memory.at(0));
            }
        }
        form.seen = version;
    }

    private void prepareTransformed(HeldWeight form, Tiling tiling) {
        store(form.parameter);
        Pointer source = stored.at(form.parameter);
        if (form.norm.isEmpty()) {
            TransformedWeights.transform(tiling, source, form.memory.at(0));
            return;
        }
        float[] factors = form.norm.get().factors(parameters);
        int row = form.parameter.size() / factors.length;
        Layout layout = parameters.layout(form.parameter);
        try (NativeBytes folded = NativeBytes.zeros("weights with their norm's factors", layout.bytes())) {
            new WeightPieces(form.parameter, layout, layout)
                    .copy(source, folded.at(0), (first, values) -> Fold.multiply(first, values, factors, row));
            TransformedWeights.transform(tiling, folded.at(0), form.memory.at(0));
        }
    }

    private void prepareFolded(HeldWeight form, float[] factors, boolean undoable) {
        int row = form.parameter.size() / factors.length;
        store(form.parameter);
        Pointer source = stored.at(form.parameter);
        if (undoable) {
            Fold fold = new Fold(factors, row);
            fromStored(form).copy(source, form.memory.at(0), fold::apply);
            form.fold = Optional.of(fold);
        } else {
            fromStored(form)
                    .copy(source, form.memory.at(0), (first, values) -> Fold.multiply(first, values, factors, row));
        }
    }

    private WeightPieces fromStored(HeldWeight form) {
        return new WeightPieces(form.parameter, parameters.layout(form.parameter), form.layout);
    }

    private void bringBack(HeldWeight form, Pointer target) {
        WeightPieces pieces = new WeightPieces(form.parameter, form.layout, parameters.layout(form.parameter));
        if (form.fold.isPresent()) {
            pieces.copy(form.memory.at(0), target, form.fold.get()::undo);
        } else {
            pieces.copy(form.memory.at(0), target);
        }
        form.fold = Optional.empty();
    }

    @Override
    public synchronized void close() {
        stored.close();
        held.forEach(HeldWeight::free);
        held.clear();
    }
}
