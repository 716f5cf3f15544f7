package dev.netwright.onednn.step;

/** Something a kernel does in each step, with everything it needs at hand. */
public interface Step {
    void run();
}
