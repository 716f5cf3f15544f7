package dev.netwright.runtime.network;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ensures that native memory isn't freed while a call uses it, and isn't used after it is freed. Either would
 * crash the JVM.
 *
 * <p>The end waits for running calls and rejects new ones meanwhile. It can't be called from within a call, which
 * would wait for itself: neither on the call's thread nor on one that the call has started, such as a thread that reads
 * a data set.
 */
final class Lifetime {
    /**
     * The calls that this thread runs within, the innermost first. Threads that a call starts are within it too.
     */
    private static final InheritableThreadLocal<Optional<Call>> CALLS = new InheritableThreadLocal<>() {
        @Override
        protected Optional<Call> initialValue() {
            return Optional.empty();
        }
    };

    private final String owner;
    private final String fix;
    private int running;
    private boolean ended;

    /** A call of a lifetime's owner, and the call around it. */
    private static final class Call {
        private final Lifetime lifetime;
        private final Optional<Call> around;
        private volatile boolean isRunning = true;

        Call(Lifetime lifetime, Optional<Call> around) {
            this.lifetime = lifetime;
            this.around = around;
        }

        boolean isWithin(Lifetime other) {
            return (isRunning && lifetime == other)
                    || around.filter(call -> call.isWithin(other)).isPresent();
        }
    }

    /** Begins; {@code fix} is what to do instead of using the owner after its end. */
    Lifetime(String owner, String fix) {
        this.owner = owner;
        this.fix = fix;
    }

    /**
     * Runs a call, at the same time as any others.
     *
     * @throws IllegalStateException after the end, or once another thread waits for it
     */
    <T> T during(Supplier<T> call) {
        begin();
        Optional<Call> around = CALLS.get();
        Call here = new Call(this, around);
        CALLS.set(Optional.of(here));
        try {
            return call.get();
        } finally {
            here.isRunning = false;
            CALLS.set(around);
            finish();
        }
    }

    /**
     * Runs a call without a result, at the same time as any others.
     *
     * @throws IllegalStateException after the end, or once another thread waits for it
     */
    void running(Runnable call) {
        during(() -> {
            call.run();
            return owner;
        });
    }

    /**
     * Waits for every running call and then releases the memory; later calls only wait.
     *
     * @throws IllegalStateException within a call, which would wait for itself
     */
    void end(Runnable release) {
        if (CALLS.get().filter(call -> call.isWithin(this)).isPresent()) {
            throw new IllegalStateException(
                    owner + " can't be closed within one of its own calls, such as by a data set"
                            + " that it is reading; close it when the call has returned");
        }
        if (awaitCalls()) {
            release.run();
        }
    }

    private synchronized void begin() {
        if (ended) {
            throw new IllegalStateException(owner + " is closed; use it before close(), or " + fix);
        }
        running++;
    }

    private synchronized void finish() {
        running--;
        notifyAll();
    }

    /** Whether this is the first end. A second one waits as well, so that the memory is free when it returns. */
    private synchronized boolean awaitCalls() {
        boolean isFirst = !ended;
        ended = true;
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return isFirst;
    }
}
