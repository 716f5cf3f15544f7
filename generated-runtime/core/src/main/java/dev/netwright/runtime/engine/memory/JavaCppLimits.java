package dev.netwright.runtime.engine.memory;

/**
 * Lifts JavaCPP's limit on memory. JavaCPP allocates nothing more once the process exceeds four times the heap's limit,
 * which a network's arrays easily do. {@link dev.netwright.runtime.machine.MemoryRoom} compares with the machine's real
 * memory instead.
 */
public final class JavaCppLimits {
    private JavaCppLimits() {}

    /** Lifts the limits unless the user has set them; it works before JavaCPP's first class is initialized. */
    public static void lift() {
        setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes");
        setIfAbsent("org.bytedeco.javacpp.maxbytes");
    }

    private static void setIfAbsent(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "0");
        }
    }
}
