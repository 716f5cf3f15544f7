package dev.netwright.plan.onednn;

import dev.netwright.plan.PlannedRegion.Kind;

/** What one kernel needs in one direction, at its moment of the step. */
final class Pass {
    private final String kernel;
    private final int time;
    private final Ledger ledger;

    /** A pass at a moment of the step, counted from the first kernel's forward. */
    Pass(String kernel, int time, Ledger ledger) {
        this.kernel = kernel;
        this.time = time;
        this.ledger = ledger;
    }

    /** Room for values that others may have before their first use and after their last. */
    Tensor place(Kind kind, Layout layout) {
        return new Tensor(layout, ledger.region(kernel, kind, layout.bytes()));
    }

    Tensor scratch(Layout layout) {
        return place(Kind.SCRATCH, layout);
    }

    /** Room for bytes of whatever kind, in this pass alone. */
    void scratch(long bytes) {
        if (bytes > 0) {
            ledger.region(kernel, Kind.SCRATCH, bytes).usedAt(time);
        }
    }

    /** A primitive that needs scratch beside its arguments. */
    void primitive(long scratchBytes, Tensor... arguments) {
        scratch(scratchBytes);
        needs(arguments);
    }

    /** Says that this pass reads or writes tensors. */
    void needs(Tensor... tensors) {
        for (Tensor tensor : tensors) {
            if (tensor.region() != null) {
                tensor.region().usedAt(time);
            }
        }
    }

    /** The same values in another layout: themselves if they are so already, else a copy made here. */
    Tensor in(Layout wanted, Tensor tensor) {
        if (tensor.layout().isSameAs(wanted)) {
            return tensor;
        }
        Tensor copy = place(Kind.COPY, wanted);
        copy(tensor, copy);
        return copy;
    }

    /** Copies values from layout to layout, unless they are there already. */
    void copy(Tensor from, Tensor to) {
        if (!from.equals(to)) {
            needs(from, to);
        }
    }

    /** {@code sum = sum + more}. */
    void add(Tensor sum, Tensor more) {
        needs(sum, in(sum.layout(), more));
    }
}
