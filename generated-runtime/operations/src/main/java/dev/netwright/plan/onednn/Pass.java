package dev.netwright.plan.onednn;

import dev.netwright.plan.PlannedRegion.Kind;

/** The memory that one kernel needs in one direction, at its moment of the step. */
final class Pass {
    private final String kernel;
    private final int time;
    private final Ledger ledger;

    /** A pass at a moment of the step, counted from the forward pass of the first kernel. */
    Pass(String kernel, int time, Ledger ledger) {
        this.kernel = kernel;
        this.time = time;
        this.ledger = ledger;
    }

    /** Requests a region that is free before its first use and after its last. */
    Tensor place(Kind kind, Layout layout) {
        return new Tensor(layout, ledger.region(kernel, kind, layout.bytes()));
    }

    Tensor scratch(Layout layout) {
        return place(Kind.SCRATCH, layout);
    }

    /** Requests memory for this pass only. */
    void scratch(long bytes) {
        if (bytes > 0) {
            ledger.region(kernel, Kind.SCRATCH, bytes).usedAt(time);
        }
    }

    /** Adds a primitive with its scratch memory and arguments. */
    void primitive(long scratchBytes, Tensor... arguments) {
        scratch(scratchBytes);
        needs(arguments);
    }

    /** Records that this pass reads or writes tensors. */
    void needs(Tensor... tensors) {
        for (Tensor tensor : tensors) {
            if (tensor.region() != null) {
                tensor.region().usedAt(time);
            }
        }
    }

    /**
     * The same values in another layout: the tensor itself if it has that layout, otherwise a copy made in this pass.
     */
    Tensor in(Layout wanted, Tensor tensor) {
        if (tensor.layout().isSameAs(wanted)) {
            return tensor;
        }
        Tensor copy = place(Kind.COPY, wanted);
        copy(tensor, copy);
        return copy;
    }

    /** Copies values between layouts, unless both tensors are the same. */
    void copy(Tensor from, Tensor to) {
        if (!from.equals(to)) {
            needs(from, to);
        }
    }

    /** Computes {@code sum = sum + more}. */
    void add(Tensor sum, Tensor more) {
        needs(sum, in(sum.layout(), more));
    }
}
