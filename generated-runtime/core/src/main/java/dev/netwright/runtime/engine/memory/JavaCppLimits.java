package dev.netwright.runtime.engine.memory;

/**
 * JavaCPP refuses to allocate once the whole process exceeds four times the heap's limit, which counts every array of a
 * network: training would end with that. {@link dev.netwright.runtime.machine.MemoryRoom} compares with what the
 * machine really has.
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
