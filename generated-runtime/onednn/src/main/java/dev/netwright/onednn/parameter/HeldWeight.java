package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;

/** A weight's memory in the form that some predictions read, shared by all of them; {@link WeightForms} guards it. */
final class HeldWeight {
    final Parameter parameter;
    final Layout layout;
    final Optional<FoldedNorm> norm;
    final NativeBytes memory;

    /** Bindings that read it. */
    int holders;

    /** Which of the parameters' versions it was made of. */
    volatile long seen = -1;

    /** Recovers the stored weight, if a norm is folded into this form. */
    Optional<Fold> fold = Optional.empty();

    HeldWeight(Parameter parameter, Layout layout, Optional<FoldedNorm> norm) {
        this.parameter = parameter;
        this.layout = layout;
        this.norm = norm;
        memory = NativeBytes.zeros("prepared weights", layout.bytes());
        // The binding for which it is made may end before others that read it.
        layout.description().retainReference();
    }

    /** Frees it. */
    void free() {
        memory.close();
        layout.description().releaseReference();
    }

    boolean is(Parameter other, Layout wanted, Optional<FoldedNorm> wantedNorm) {
        return parameter.equals(other) && norm.equals(wantedNorm) && layout.isSameAs(wanted);
    }
}
