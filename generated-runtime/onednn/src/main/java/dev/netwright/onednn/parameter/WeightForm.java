package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.FixedPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.plan.onednn.Tiling;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A weight as a prediction wants to read it: in a layout, with the factors of the norm behind it or without, and as it is or transformed for
 * products of tiles.
 */
public final class WeightForm implements AutoCloseable {
    private final WeightForms forms;
    private final Parameter parameter;
    private final Layout layout;
    private final Optional<FoldedNorm> norm;
    private final Optional<Tiling> tiling;
    private final long addedBytes;
    private final long passingBytes;
    private @Nullable HeldWeight held;

    WeightForm(
            WeightForms forms, Parameter parameter, Layout layout, Optional<FoldedNorm> norm, Optional<Tiling> tiling) {
        this.forms = forms;
        this.parameter = parameter;
        this.layout = layout;
        this.norm = norm;
        this.tiling = tiling;
        addedBytes = forms.addedBytes(this);
        passingBytes = addedBytes < layout.bytes() ? layout.bytes() - Math.max(0, addedBytes) : 0;
    }

    Parameter parameter() {
        return parameter;
    }

    Layout layout() {
        return layout;
    }

    Optional<FoldedNorm> norm() {
        return norm;
    }

    /** The tiles for whose products it is transformed. */
    Optional<Tiling> tiling() {
        return tiling;
    }

    /** By how much more memory is taken once this form is held. Less than 0 if it replaces a larger one. */
    public long addedBytes() {
        return addedBytes;
    }

    /** What is needed besides while this form replaces another. */
    public long passingBytes() {
        return passingBytes;
    }

    /** Whether the weight is read where and as it is stored. */
    public boolean isStored() {
        return norm.isEmpty() && tiling.isEmpty() && forms.isStored(parameter, layout);
    }

    /** The weight in this form. */
    public Tensor tensor() {
        return new Tensor(layout, new FixedPlace(this::address));
    }

    /** Makes it again if a parameter has changed since. */
    public PlannedStep refresh() {
        return memory -> {
            HeldWeight bound = held();
            return () -> forms.refresh(bound);
        };
    }

    /** Makes it, unless another binding has. */
    public void hold() {
        if (held == null && !isStored()) {
            held = forms.held(this);
        }
    }

    @Override
    public void close() {
        if (held != null) {
            forms.release(held);
            held = null;
        }
    }

    private Pointer address() {
        return isStored() ? forms.inPlace(parameter) : held().memory.at(0);
    }

    private HeldWeight held() {
        return Objects.requireNonNull(held, "a form of " + parameter.name() + " is held before it is bound");
    }
}
