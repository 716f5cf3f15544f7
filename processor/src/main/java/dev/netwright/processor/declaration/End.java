package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Window;

/** One end of the intervals of a layer's numbers. Both ends are the same layer unless one of its numbers is tainted. */
public enum End {
    /** Every number has its smallest possible value. */
    LEAST,
    /** Every number has its largest possible value. */
    MOST;

    /** The end of a number. */
    public int of(Interval number) {
        return this == LEAST ? number.least() : number.most();
    }

    /** The end of a written number. */
    public int of(WrittenNumber number) {
        return of(number.range());
    }

    /** The end of a flag. */
    public boolean of(Written<Boolean> flag) {
        return flag.isTainted() ? this == MOST : flag.value();
    }

    /** The end of a window without dilation. */
    public Window window(Sides kernel, Sides stride, Sides padding) {
        return Window.of(
                of(kernel.height()),
                of(kernel.width()),
                of(stride.height()),
                of(stride.width()),
                of(padding.height()),
                of(padding.width()));
    }

    /** A layer whose numbers are intervals. */
    @FunctionalInterface
    public interface Form {
        /** The layer at one end. */
        LayerForm at(End end);
    }
}
