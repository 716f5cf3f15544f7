package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.plan.onednn.Tiling;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;

/** A weight's memory in the form that some predictions read, shared by all of them; {@link WeightForms} guards it. */
final class HeldWeight {
    final Parameter parameter;
    final Layout layout;
    final Optional<FoldedNorm> norm;
    final Optional<Tiling> tiling;
    final NativeBytes memory;

    /** Bindings that read it. */
    int holders;

    /** Which of the parameters' versions it was made of. */
    volatile long seen = -1;

    /** Recovers the stored weight, if a norm is folded into this form. */
    Optional<Fold> fold = Optional.empty();

    HeldWeight(WeightForm form) {
        parameter = form.parameter();
        layout = form.layout();
        norm = form.norm();
        tiling = form.tiling();
        memory = NativeBytes.zeros("prepared weights", layout.bytes());
        // The binding for which it is made may end before others that read it.
        layout.description().retainReference();
    }

    /** Frees it. */
    void free() {
        memory.close();
        layout.description().releaseReference();
    }

    /** Whether it is in that form. Of two tilings only what they make of weights counts, which their layout shows. */
    boolean is(WeightForm form) {
        return parameter.equals(form.parameter())
                && norm.equals(form.norm())
                && tiling.isPresent() == form.tiling().isPresent()
                && layout.isSameAs(form.layout());
    }
}
