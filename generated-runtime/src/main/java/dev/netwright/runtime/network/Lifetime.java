package dev.netwright.runtime.network;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Keeps native memory from being freed while a call uses it, and from being used when it is freed: either would end the JVM. */
final class Lifetime {
    private final String owner;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean ended;

    Lifetime(String owner) {
        this.owner = owner;
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
                throw new IllegalStateException(owner + " is closed; use it before close(), or load it again");
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
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
