package dev.netwright.runtime.kernel;

import java.util.Map;
import java.util.TreeSet;

/** What a program finds by a layer's name, and what is said if it isn't there. */
final class Named {
    private Named() {}

    static <T> T required(Map<String, ? extends T> kernels, String name, String program) {
        T kernel = kernels.get(name);
        if (kernel == null) {
            throw new IllegalArgumentException("the " + program + " program has no kernel " + name + "; there are "
                    + new TreeSet<>(kernels.keySet()) + ": compile the spec again with this version of the processor");
        }
        return kernel;
    }
}
