package dev.netwright.runtime.training;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Saves a run when the JVM shuts down by Ctrl-C, SIGTERM or {@code System.exit}, whatever the training thread is doing.
 * Only a step changes what is saved, and steps and saves exclude each other. The JVM waits for the current step and for
 * the save, however long they take. It waits for listeners only for a few seconds, because one that writes to a full
 * pipe never returns. A second Ctrl-C or SIGTERM ends the JVM at once.
 *
 * <p>No user code runs inside a step or save: a listener that calls {@code System.exit} would otherwise block the save.
 *
 * <p>The shutdown hook exists as long as this object is open; no signal is handled before the JVM shuts down.
 */
final class ShutdownSave implements AutoCloseable {
    private static final long LONGEST_NOTIFICATION_MILLIS = 3_000;
    private static final long END_OF_OTHER_HOOKS_MILLIS = 30_000;
    private static final int SIGNAL_EXIT = 128;

    /** Fair: otherwise steps could follow each other while the save waits. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Thread hook;
    private volatile boolean isEnding;
    private @Nullable Throwable failure;

    /** Called when the JVM shuts down. */
    interface Ending {
        /** Reports that the JVM is shutting down. Runs on its own thread, while a step may still be running. */
        void notifyListeners();

        /**
         * Saves the run. Never runs at the same time as {@link #step}.
         *
         * @param failure exception of the last step, which may have changed only some parameters; empty if the step was
         *     complete
         * @return notifies listeners of the save; runs on the thread of {@link #notifyListeners}, after it
         */
        Runnable save(Optional<Throwable> failure);
    }

    private ShutdownSave(Ending ending) {
        hook = new Thread(() -> end(ending), "netwright-save-at-exit");
    }

    /** Registers the shutdown hook. */
    static ShutdownSave open(Ending ending) {
        ShutdownSave opened = new ShutdownSave(ending);
        Runtime.getRuntime().addShutdownHook(opened.hook);
        return opened;
    }

    /** Runs a change of what is saved. While the JVM shuts down it doesn't run, and the call doesn't return. */
    void step(Runnable change) {
        turn.lock();
        try {
            requireRunning();
            change.run();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /** Removes the shutdown hook when the run has ended or failed. */
    @Override
    public void close() {
        step(() -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is shutting down and its hooks are running; this one saves the run's last state.
            }
        });
    }

    /**
     * Blocks until the JVM ends. Otherwise the caller's program would continue with an untrained network. The save
     * doesn't need this thread, but other hooks may be waiting for it.
     */
    private void requireRunning() {
        if (!isEnding) {
            return;
        }
        try {
            Thread.sleep(END_OF_OTHER_HOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the JVM is shutting down, so the run ends");
    }

    private void end(Ending ending) {
        for (String signal : new String[] {"INT", "TERM"}) {
            endAtOnceBy(signal);
        }
        CompletableFuture<Runnable> saved = new CompletableFuture<>();
        Thread notifier = new Thread(
                () -> {
                    ending.notifyListeners();
                    saved.join().run();
                },
                "netwright-shutdown-listeners");
        notifier.setDaemon(true);
        notifier.start();
        turn.lock();
        try {
            isEnding = true;
            saved.complete(ending.save(Optional.ofNullable(failure)));
        } finally {
            turn.unlock();
        }
        try {
            notifier.join(LONGEST_NOTIFICATION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends the JVM at the next signal, which it would otherwise ignore while it shuts down. {@code sun.misc.Signal}
     * isn't part of Java SE, so it is looked up by reflection; without it a second signal has no effect.
     */
    private static void endAtOnceBy(String name) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            int number = (int) signalType.getMethod("getNumber").invoke(signal);
            Object handler = Proxy.newProxyInstance(
                    ShutdownSave.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        Runtime.getRuntime().halt(SIGNAL_EXIT + number);
                        return null;
                    });
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Another JVM, or one started with -Xrs: there the first signal ends the process.
        }
    }
}
