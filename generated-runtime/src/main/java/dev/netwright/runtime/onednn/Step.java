package dev.netwright.runtime.onednn;

/** Something a kernel does in each step, with everything it needs at hand. */
interface Step {
    void run();
}
