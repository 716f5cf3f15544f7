package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;
import dev.netwright.operation.Mode;

/** The types of a program's kernels. */
@SuppressWarnings("ImmutableEnumChecker") // A ClassName is immutable, but isn't annotated as such.
enum KernelType {
    /** Those of a training step. */
    TRAINING(
            RuntimeNames.TRAINING_KERNEL,
            RuntimeNames.TRAINING_KERNELS,
            RuntimeNames.TRAINING_PROGRAM,
            "TrainingStep",
            ""),
    /** Those of an inference pass. */
    INFERENCE(
            RuntimeNames.INFERENCE_KERNEL,
            RuntimeNames.INFERENCE_KERNELS,
            RuntimeNames.INFERENCE_PROGRAM,
            "InferencePass",
            "Inference");

    /** The parameter of constructors that take kernels. */
    static final String PARAMETER = "kernels";

    private final ClassName kernel;
    private final ClassName all;
    private final ClassName program;
    private final String className;
    private final String blockSuffix;

    KernelType(ClassName kernel, ClassName all, ClassName program, String className, String blockSuffix) {
        this.kernel = kernel;
        this.all = all;
        this.program = program;
        this.className = className;
        this.blockSuffix = blockSuffix;
    }

    static KernelType of(Mode mode) {
        return mode == Mode.TRAINING ? TRAINING : INFERENCE;
    }

    /** The type of one. */
    ClassName kernel() {
        return kernel;
    }

    /** The type of all together. */
    ClassName all() {
        return all;
    }

    /** The interface of the program. */
    ClassName program() {
        return program;
    }

    /** The class of the program. */
    String className() {
        return className;
    }

    /** The class of a block: {@code Stage1}, and {@code Stage1Inference} in the other program. */
    String className(String block) {
        return Character.toUpperCase(block.charAt(0)) + block.substring(1) + blockSuffix;
    }
}
