package dev.netwright.runtime.training;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Saves a run when the JVM is asked to end, by Ctrl-C, SIGTERM or {@code System.exit}, whatever the training thread is doing then: only
 * a step changes what is saved, and steps and saves take turns. The JVM waits for the step, however long it takes, and for the save; it waits
 * for listeners for a few seconds only, because one that writes to a pipe that nobody reads never returns. While the JVM ends a second
 * Ctrl-C or SIGTERM ends it at once.
 *
 * <p>No code of a user's runs in a turn: a listener that calls {@code System.exit} must not hold what the save waits for.
 *
 * <p>The hook is there as long as this is open, and no signal is handled before the JVM ends.
 */
final class ShutdownSave implements AutoCloseable {
    private static final long LONGEST_TELLING_MILLIS = 3_000;
    private static final long END_OF_OTHER_HOOKS_MILLIS = 30_000;
    private static final int SIGNAL_EXIT = 128;

    /** Fair, or else a step could follow a step while the save waits. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Thread hook;
    private volatile boolean isEnding;
    private @Nullable Throwable failure;

    /** What is done when the JVM ends. */
    interface Ending {
        /** Tells that the JVM ends; on a thread of its own, while a step may still go on. */
        void tell();

        /**
         * Saves the run; never beside {@link #step}.
         *
         * @param failure of the last step, which may have left half of its changes; empty if it was whole
         * @return what listeners hear of it, on the thread of {@link #tell} and after it
         */
        Runnable save(Optional<Throwable> failure);
    }

    private ShutdownSave(Ending ending) {
        hook = new Thread(() -> end(ending), "netwright-save-at-exit");
    }

    /** From now on. */
    static ShutdownSave open(Ending ending) {
        ShutdownSave opened = new ShutdownSave(ending);
        Runtime.getRuntime().addShutdownHook(opened.hook);
        return opened;
    }

    /** Changes what is saved. Once the JVM is ending it never does, and doesn't return before the JVM has ended. */
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

    /** The run has ended by itself, or can't go on. */
    @Override
    public void close() {
        step(() -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is ending, and its hooks have begun; this one finds the run in its last state.
            }
        });
    }

    /**
     * The caller's program would go on with a network that isn't trained: it waits for the end instead. The run has been saved by now,
     * and other hooks may wait for this thread.
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
        throw new IllegalStateException("the JVM is ending, and the run with it");
    }

    private void end(Ending ending) {
        for (String signal : new String[] {"INT", "TERM"}) {
            endAtOnceBy(signal);
        }
        CompletableFuture<Runnable> saved = new CompletableFuture<>();
        Thread teller = new Thread(
                () -> {
                    ending.tell();
                    saved.join().run();
                },
                "netwright-tell-of-end");
        teller.setDaemon(true);
        teller.start();
        turn.lock();
        try {
            isEnding = true;
            saved.complete(ending.save(Optional.ofNullable(failure)));
        } finally {
            turn.unlock();
        }
        try {
            teller.join(LONGEST_TELLING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The JVM itself takes no notice of signals while it ends. {@code sun.misc.Signal} isn't a part of Java SE, so that it is
     * looked for; without it a second signal is without effect.
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
            // Another JVM, or one that was started with -Xrs: the first signal is enough then.
        }
    }
}
