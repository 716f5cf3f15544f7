package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;

/** The runtime's types that generated classes call, by name: the processor doesn't depend on the runtime. */
final class RuntimeNames {
    private static final String KERNEL = "dev.netwright.runtime.kernel";
    private static final String NETWORK = "dev.netwright.runtime.network";

    static final ClassName ACTIVATION = ClassName.get(KERNEL, "Activation");
    static final ClassName ACTIVATION_FUNCTION = ClassName.get(KERNEL, "ActivationFunction");
    static final ClassName ADD_ACTIVATION = ClassName.get(KERNEL, "AddActivation");
    static final ClassName BINDING = ClassName.get(KERNEL, "Binding");
    static final ClassName CONCAT = ClassName.get(KERNEL, "Concat");
    static final ClassName CONV_BIAS_ACTIVATION = ClassName.get(KERNEL, "ConvBiasActivation");
    static final ClassName CONV_NORM_ACTIVATION = ClassName.get(KERNEL, "ConvNormActivation");
    static final ClassName DROPOUT = ClassName.get(KERNEL, "Dropout");
    static final ClassName ELEMENTWISE_ACTIVATION = ClassName.get(KERNEL, "ElementwiseActivation");
    static final ClassName INFERENCE_PROGRAM = ClassName.get(KERNEL, "InferenceProgram");
    static final ClassName LINEAR = ClassName.get(KERNEL, "Linear");
    static final ClassName LOCAL_RESPONSE_NORM = ClassName.get(KERNEL, "LocalResponseNorm");
    static final ClassName NORM_ACTIVATION = ClassName.get(KERNEL, "NormActivation");
    static final ClassName PARAMETER_TABLE = ClassName.get(KERNEL, "ParameterTable");
    static final ClassName POOL = ClassName.get(KERNEL, "Pool");
    static final ClassName POOL_KIND = ClassName.get(KERNEL, "PoolKind");
    static final ClassName RUNNING_VARIANCE = ClassName.get(KERNEL, "RunningVariance");
    static final ClassName SHAPE = ClassName.get(KERNEL, "Shape");
    static final ClassName SLOT = ClassName.get(KERNEL, "Slot");
    static final ClassName SOFTMAX_CROSS_ENTROPY = ClassName.get(KERNEL, "SoftmaxCrossEntropy");
    static final ClassName SQUARED_ERROR = ClassName.get(KERNEL, "SquaredError");
    static final ClassName TRAINING_PROGRAM = ClassName.get(KERNEL, "TrainingProgram");
    static final ClassName WINDOW = ClassName.get(KERNEL, "Window");

    static final ClassName GENERATED_NETWORK = ClassName.get(NETWORK, "GeneratedNetwork");
    static final ClassName NETWORK_STATE = ClassName.get(NETWORK, "NetworkState");
    static final ClassName NETWORK_TYPE = ClassName.get(NETWORK, "NetworkType");

    static final ClassName DATASET = ClassName.get("dev.netwright.runtime.data", "Dataset");
    static final ClassName TRAINING = ClassName.get("dev.netwright.runtime.training", "Training");

    private RuntimeNames() {}
}
