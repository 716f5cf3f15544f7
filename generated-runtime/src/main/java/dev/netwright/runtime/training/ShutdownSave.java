package dev.netwright.runtime.training;

import java.lang.reflect.Proxy;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Saves a run when the JVM is asked to end, by Ctrl-C, SIGTERM or {@code System.exit}, whatever the training thread is doing then: only
 * a step changes what is saved, and steps and saves take turns. While the JVM ends a second Ctrl-C or SIGTERM ends it at once.
 *
 * <p>The hook is there as long as this is open, and no signal is handled before the JVM ends.
 */
final class ShutdownSave implements AutoCloseable {
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final int SIGNAL_EXIT = 128;

    private final ReentrantLock turn = new ReentrantLock();
    private final Thread hook;
    private volatile boolean isEnding;

    private ShutdownSave(Runnable save) {
        hook = new Thread(() -> end(save), "netwright-save-at-exit");
    }

    /**
     * From now on.
     *
     * @param save tells of its own failure; never runs beside {@link #step}
     */
    static ShutdownSave open(Runnable save) {
        ShutdownSave opened = new ShutdownSave(save);
        Runtime.getRuntime().addShutdownHook(opened.hook);
        return opened;
    }

    /** Changes what is saved. Once the JVM is ending it never does, and doesn't return before the JVM has ended. */
    void step(Runnable change) {
        turn.lock();
        try {
            requireRunning();
            change.run();
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

    /** The caller's program would go on with a network that isn't trained: it waits for the end instead. */
    private void requireRunning() {
        if (!isEnding) {
            return;
        }
        try {
            Thread.sleep(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the JVM is ending, and the run with it; its last checkpoint has been saved");
    }

    private void end(Runnable save) {
        for (String signal : new String[] {"INT", "TERM"}) {
            endAtOnceBy(signal);
        }
        Thread saver = new Thread(
                () -> {
                    turn.lock();
                    try {
                        isEnding = true;
                        save.run();
                    } finally {
                        turn.unlock();
                    }
                },
                "netwright-save");
        saver.setDaemon(true);
        saver.start();
        try {
            saver.join(LONGEST_WAIT_MILLIS);
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
