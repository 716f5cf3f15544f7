package dev.netwright.processor.plan;

import java.util.List;

/**
 * The kernels of one block of the network, at least one.
 *
 * @param name field name in the generated class
 */
public record KernelBlock(String name, List<Kernel> kernels) {
    /** Copies the list. */
    public KernelBlock {
        kernels = List.copyOf(kernels);
    }

    /** Name of the nested class: {@code Block3} in the training program, {@code Block3Inference} in the other. */
    public String className(Mode mode) {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return mode == Mode.TRAINING ? type : type + "Inference";
    }

    /** Id of the value that the first kernel reads. */
    public String input() {
        return kernels.get(0).input();
    }

    /** Id of the value that the last kernel writes. */
    public String output() {
        return kernels.get(kernels.size() - 1).name();
    }
}
