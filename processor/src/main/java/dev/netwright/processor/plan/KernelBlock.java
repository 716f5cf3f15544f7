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

    /** Id of the only value that its kernels read and another block, or the host, has written. */
    public String input() {
        List<String> own = kernels.stream().map(Kernel::name).toList();
        List<String> outer = kernels.stream()
                .flatMap(kernel -> kernel.inputs().stream())
                .filter(input -> !own.contains(input))
                .distinct()
                .toList();
        if (outer.size() != 1) {
            throw new IllegalStateException(name + " reads " + outer + ", but a block reads one value");
        }
        return outer.get(0);
    }

    /** Whether one of its kernels writes a value. */
    public boolean writes(String value) {
        return kernels.stream().anyMatch(kernel -> kernel.name().equals(value));
    }

    /** Whether one of its kernels reads a value. */
    public boolean reads(String value) {
        return kernels.stream().anyMatch(kernel -> kernel.inputs().contains(value));
    }

    /** Id of the value that the last kernel writes. */
    public String output() {
        return kernels.get(kernels.size() - 1).name();
    }
}
