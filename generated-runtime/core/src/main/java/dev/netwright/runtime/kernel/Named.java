package dev.netwright.runtime.kernel;

import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import java.util.Map;
import java.util.TreeSet;

/** Looks kernels up by their layers' names, and names what is missing in the error. */
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

    static void requireAll(String kernelSet, Program program, Map<String, ?> kernels) {
        for (Operation operation : program.operations()) {
            if (!kernels.containsKey(operation.name())) {
                throw new MissingKernelException(
                        kernelSet,
                        operation,
                        "choose another kernel set, such as nd4j, which computes every operation"
                                + " (-Dnetwright.kernels=nd4j, or Training.kernels)");
            }
        }
    }
}
