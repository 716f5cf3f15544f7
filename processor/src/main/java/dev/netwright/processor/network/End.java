package dev.netwright.processor.network;

import dev.netwright.processor.declaration.Interval;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;

/** An end of what is known of a layer's numbers. Both are the same layer unless one of its numbers came from a fault. */
enum End {
    /** Every number is the least that it may be. */
    LEAST,
    /** Every number is the most that it may be. */
    MOST;

    int of(Interval number) {
        return this == LEAST ? number.least() : number.most();
    }

    int of(WrittenNumber number) {
        return of(number.range());
    }

    boolean of(Written<Boolean> flag) {
        return flag.isTainted() ? this == MOST : flag.value();
    }

    /** A layer of numbers of which each is known as far as its interval says. */
    @FunctionalInterface
    interface Form {
        /** The layer at one end. */
        Layer at(End end);
    }
}
