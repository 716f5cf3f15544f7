package dev.netwright.operation;

import java.util.List;

/**
 * A layer that a kernel computes, together with the activation and norm that the kernel takes in. Each record documents
 * its formula. A new operation makes every {@link Visitor} fail to compile until it handles the operation; each kernel
 * set has one.
 */
public sealed interface Operation extends Layer
        permits Activation,
                AdaptiveAveragePool,
                Add,
                BatchNorm,
                ChannelShuffle,
                ChannelSplit,
                Concat,
                Convolution,
                ConvolutionNorm,
                Dropout,
                GroupNorm,
                LayerNorm,
                LayerScale,
                Linear,
                LocalResponseNorm,
                Multiply,
                Pool,
                StochasticDepth,
                TransposedConvolution,
                Upsample {
    /** {@return the prefix of its tensors' names, which freezing, timings and messages use too} */
    default String parameterPrefix() {
        return name();
    }

    /** {@return the activation applied to its result, identity if there is none} */
    default ActivationFunction function() {
        return ActivationFunction.IDENTITY;
    }

    /** {@return whether its kernel can apply an activation to the result} */
    default boolean takesFunction() {
        return false;
    }

    /**
     * The same operation with another activation applied to its result.
     *
     * @param function the activation
     * @return the operation
     * @throws IllegalStateException if its kernel can't apply an activation
     */
    default Operation with(ActivationFunction function) {
        throw new IllegalStateException(name() + " (" + torchType() + ") takes no function in, asked for " + function);
    }

    /** {@return whether backward needs the output's gradient only, and no values} */
    default boolean isLinear() {
        return false;
    }

    /** {@return the chain of ONNX nodes that computes it; empty if it needs more than its settings, such as tensors} */
    default List<OnnxNode> onnx() {
        return List.of();
    }

    /**
     * The same operation with other inputs.
     *
     * @param others values of the same shapes, in the order of {@link #inputs()}
     * @return the operation
     */
    Operation reading(List<Value> others);

    /**
     * Calls the visitor's method for this type of operation.
     *
     * @param <R> the visitor's result
     * @param visitor the visitor to call
     * @return what the visitor returns
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor with one method for each type of operation.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /**
         * Visits an activation that is an operation of its own.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R activation(Activation operation);

        /**
         * Visits an adaptive average pool.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R adaptiveAveragePool(AdaptiveAveragePool operation);

        /**
         * Visits a sum.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R add(Add operation);

        /**
         * Visits a batch norm.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R batchNorm(BatchNorm operation);

        /**
         * Visits a channel shuffle.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R channelShuffle(ChannelShuffle operation);

        /**
         * Visits a part of the channels.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R channelSplit(ChannelSplit operation);

        /**
         * Visits a concatenation.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R concat(Concat operation);

        /**
         * Visits a convolution.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R convolution(Convolution operation);

        /**
         * Visits a convolution with its norm; only inference programs have one.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R convolutionNorm(ConvolutionNorm operation);

        /**
         * Visits a dropout; only training programs have one.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R dropout(Dropout operation);

        /**
         * Visits a group norm.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R groupNorm(GroupNorm operation);

        /**
         * Visits a layer norm.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R layerNorm(LayerNorm operation);

        /**
         * Visits a layer scale.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R layerScale(LayerScale operation);

        /**
         * Visits a fully connected layer.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R linear(Linear operation);

        /**
         * Visits a local response normalization.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R localResponseNorm(LocalResponseNorm operation);

        /**
         * Visits a product.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R multiply(Multiply operation);

        /**
         * Visits a pool.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R pool(Pool operation);

        /**
         * Visits a stochastic depth; only training programs have one.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R stochasticDepth(StochasticDepth operation);

        /**
         * Visits a transposed convolution.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R transposedConvolution(TransposedConvolution operation);

        /**
         * Visits an upsampling.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R upsample(Upsample operation);
    }

    /**
     * A visitor that handles some operations separately and all others alike.
     *
     * @param <R> the result
     */
    interface PartialVisitor<R> extends Visitor<R> {
        /**
         * Visits an operation whose own method isn't overridden.
         *
         * @param operation the operation to visit
         * @return the visitor's result
         */
        R other(Operation operation);

        @Override
        default R activation(Activation operation) {
            return other(operation);
        }

        @Override
        default R adaptiveAveragePool(AdaptiveAveragePool operation) {
            return other(operation);
        }

        @Override
        default R add(Add operation) {
            return other(operation);
        }

        @Override
        default R batchNorm(BatchNorm operation) {
            return other(operation);
        }

        @Override
        default R channelShuffle(ChannelShuffle operation) {
            return other(operation);
        }

        @Override
        default R channelSplit(ChannelSplit operation) {
            return other(operation);
        }

        @Override
        default R concat(Concat operation) {
            return other(operation);
        }

        @Override
        default R convolution(Convolution operation) {
            return other(operation);
        }

        @Override
        default R convolutionNorm(ConvolutionNorm operation) {
            return other(operation);
        }

        @Override
        default R dropout(Dropout operation) {
            return other(operation);
        }

        @Override
        default R groupNorm(GroupNorm operation) {
            return other(operation);
        }

        @Override
        default R layerNorm(LayerNorm operation) {
            return other(operation);
        }

        @Override
        default R layerScale(LayerScale operation) {
            return other(operation);
        }

        @Override
        default R linear(Linear operation) {
            return other(operation);
        }

        @Override
        default R localResponseNorm(LocalResponseNorm operation) {
            return other(operation);
        }

        @Override
        default R multiply(Multiply operation) {
            return other(operation);
        }

        @Override
        default R pool(Pool operation) {
            return other(operation);
        }

        @Override
        default R stochasticDepth(StochasticDepth operation) {
            return other(operation);
        }

        @Override
        default R transposedConvolution(TransposedConvolution operation) {
            return other(operation);
        }

        @Override
        default R upsample(Upsample operation) {
            return other(operation);
        }
    }
}
