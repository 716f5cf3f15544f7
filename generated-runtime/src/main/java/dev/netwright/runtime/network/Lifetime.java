package dev.netwright.runtime.network;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Keeps native memory from being freed while a call uses it, and from being used when it is freed: either would end the JVM. */
final class Lifetime {
    private final String owner;
    private final String cure;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean ended;

    /** Begins; {@code cure} is what to do instead of using the owner after its end. */
    Lifetime(String owner, String cure) {
        this.owner = owner;
        this.cure = cure;
    }

    /**
     * Runs a call, beside any others.
     *
     * @throws IllegalStateException after the end
     */
    <T> T during(Supplier<T> call) {
        lock.readLock().lock();
        try {
            if (ended) {
                throw new IllegalStateException(owner + " is closed; use it before close(), or " + cure);
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Runs a call without a result, beside any others.
     *
     * @throws IllegalStateException after the end
     */
    void running(Runnable call) {
        during(() -> {
            call.run();
            return owner;
        });
    }

    /** Waits for every running call, then runs this once and for all. */
    void end(Runnable release) {
        lock.writeLock().lock();
        try {
            if (!ended) {
                ended = true;
                release.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
