package dev.netwright.runtime.initialization;

import dev.netwright.operation.ParameterSpec;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.TensorRows;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;

/**
 * Initial values of parameters. A value depends only on the seed, the parameter's position in its network and the
 * value's index, so every kernel set starts from the same network.
 */
public enum Initializer {
    /**
     * PyTorch's default for convolutions and fully connected layers: weights and biases uniform within {@code 1 /
     * sqrt(fanIn)} of 0, which is {@code kaiming_uniform_} with {@code a = sqrt(5)}.
     */
    PYTORCH {
        @Override
        void fill(Parameter parameter, CounterRandom random, float[] target, long firstIndex) {
            uniform(parameter, random, 1 / Math.sqrt(parameter.fanIn()), target, firstIndex);
        }
    },
    /**
     * Xavier's uniform distribution for weights (Glorot and Bengio, 2010, equation 16), within {@code sqrt(6 / (fanIn +
     * fanOut))} of 0; biases as in PyTorch.
     */
    XAVIER_UNIFORM {
        @Override
        void fill(Parameter parameter, CounterRandom random, float[] target, long firstIndex) {
            if (isWeight(parameter)) {
                uniform(parameter, random, xavierBound(parameter), target, firstIndex);
            } else {
                PYTORCH.fill(parameter, random, target, firstIndex);
            }
        }
    },
    /**
     * He's normal distribution for weights (He et al., 2015, equation 10), with standard deviation {@code sqrt(2 /
     * fanIn)}; biases are 0.
     */
    HE_NORMAL {
        @Override
        void fill(Parameter parameter, CounterRandom random, float[] target, long firstIndex) {
            if (isWeight(parameter)) {
                random.fillGaussian(
                        RandomStream.parameter(parameter.position()), 0, target, 0, target.length, firstIndex);
                float deviation = (float) Math.sqrt(2.0 / parameter.fanIn());
                for (int i = 0; i < target.length; i++) {
                    target[i] *= deviation;
                }
            } else {
                Arrays.fill(target, 0);
            }
        }
    },
    /**
     * The initializers of the TensorFlow benchmark of VGG-16: Xavier-uniform weights, convolution biases 0, other
     * biases 0.1.
     */
    TENSORFLOW {
        @Override
        void fill(Parameter parameter, CounterRandom random, float[] target, long firstIndex) {
            if (isWeight(parameter)) {
                uniform(parameter, random, xavierBound(parameter), target, firstIndex);
            } else {
                Arrays.fill(target, parameter.role() == ParameterSpec.Role.LINEAR_BIAS ? 0.1f : 0);
            }
        }
    };

    /**
     * The initial values of a tensor. A norm's are the same for every initializer: scale and running variance 1, offset
     * and running mean 0. So are a layer scale's: the value that the layer gives.
     *
     * @param parameter the tensor
     * @param random the generator of initial values
     * @return all values, in row-major order
     */
    public float[] values(Parameter parameter, CounterRandom random) {
        float[] values = new float[parameter.size()];
        rows(parameter, random).fill(0, values);
        return values;
    }

    /**
     * The initial values of a tensor in pieces, to save memory.
     *
     * @param parameter the tensor
     * @param random the generator of initial values
     * @return rows with the same numbers as {@link #values}
     */
    public TensorRows rows(Parameter parameter, CounterRandom random) {
        long row = parameter.size() / parameter.shape().get(0);
        return (firstRow, target) -> {
            switch (parameter.role()) {
                case NORM_WEIGHT, RUNNING_VARIANCE -> Arrays.fill(target, 1);
                case NORM_BIAS, RUNNING_MEAN -> Arrays.fill(target, 0);
                case LAYER_SCALE -> Arrays.fill(target, (float) parameter.initial());
                default -> fill(parameter, random, target, firstRow * row);
            }
        };
    }

    /** Writes the initial values of a convolution's or fully connected layer's weight or bias, from an index on. */
    abstract void fill(Parameter parameter, CounterRandom random, float[] target, long firstIndex);

    private static boolean isWeight(Parameter parameter) {
        return parameter.role() == ParameterSpec.Role.CONVOLUTION_WEIGHT
                || parameter.role() == ParameterSpec.Role.LINEAR_WEIGHT;
    }

    private static double xavierBound(Parameter parameter) {
        return Math.sqrt(6.0 / ((double) parameter.fanIn() + parameter.fanOut()));
    }

    /** {@code (2 u - 1) bound} in double precision, rounded once; u has 24 bits. */
    private static void uniform(
            Parameter parameter, CounterRandom random, double bound, float[] target, long firstIndex) {
        random.fillUniform(RandomStream.parameter(parameter.position()), 0, target, 0, target.length, firstIndex);
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) ((2.0 * target[i] - 1) * bound);
        }
    }
}
