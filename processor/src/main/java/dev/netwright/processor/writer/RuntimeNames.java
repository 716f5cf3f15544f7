package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;

/** The names of the runtime's types that generated classes use: the processor doesn't depend on the runtime. */
final class RuntimeNames {
    private static final String KERNEL = "dev.netwright.runtime.kernel";
    private static final String NETWORK = "dev.netwright.runtime.network";

    static final ClassName INFERENCE_KERNEL = ClassName.get(KERNEL, "InferenceKernel");
    static final ClassName INFERENCE_KERNELS = ClassName.get(KERNEL, "InferenceKernels");
    static final ClassName INFERENCE_PROGRAM = ClassName.get(KERNEL, "InferenceProgram");
    static final ClassName LOSS_KERNEL = ClassName.get(KERNEL, "LossKernel");
    static final ClassName TRAINING_KERNEL = ClassName.get(KERNEL, "TrainingKernel");
    static final ClassName TRAINING_KERNELS = ClassName.get(KERNEL, "TrainingKernels");
    static final ClassName TRAINING_PROGRAM = ClassName.get(KERNEL, "TrainingProgram");

    static final ClassName GENERATED_NETWORK = ClassName.get(NETWORK, "GeneratedNetwork");
    static final ClassName NETWORK_STATE = ClassName.get(NETWORK, "NetworkState");
    static final ClassName NETWORK_TYPE = ClassName.get(NETWORK, "NetworkType");

    static final ClassName DATASET = ClassName.get("dev.netwright.runtime.data", "Dataset");
    static final ClassName TRAINING = ClassName.get("dev.netwright.runtime.training", "Training");

    private RuntimeNames() {}
}
