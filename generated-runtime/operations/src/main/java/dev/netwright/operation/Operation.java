package dev.netwright.operation;

import java.util.List;

/**
 * A layer that a kernel computes, with the activation and the norm that the kernel takes in. What it is
 * besides its formula stands in its record. A new operation makes every {@link Visitor} fail to compile until it is handled: each kernel
 * set has one.
 */
public sealed interface Operation extends Layer
        permits Activation,
                Add,
                BatchNorm,
                ChannelShuffle,
                Concat,
                Convolution,
                ConvolutionNorm,
                Dropout,
                Linear,
                LocalResponseNorm,
                Pool {
    /** What the names of its tensors begin with, and what freezing, timings and messages call it. */
    default String parameterPrefix() {
        return name();
    }

    /** The function of its result. */
    default ActivationFunction function() {
        return ActivationFunction.IDENTITY;
    }

    /** Whether its kernel can apply a function to its result. */
    default boolean takesFunction() {
        return false;
    }

    /**
     * The same with a function of its result.
     *
     * @throws IllegalStateException if its kernel takes none
     */
    default Operation with(ActivationFunction function) {
        throw new IllegalStateException(name() + " (" + torchType() + ") takes no function in, asked for " + function);
    }

    /** Whether the gradients of its inputs follow from that of its output alone, whatever the values are. */
    default boolean isLinear() {
        return false;
    }

    /** The nodes of ONNX that compute it, one behind the other; none if they take more than its numbers. */
    default List<OnnxNode> onnx() {
        return List.of();
    }

    /** The same, reading other values of the same shapes. */
    Operation reading(List<Value> others);

    /** Calls the visitor's method for this operation. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each operation. */
    interface Visitor<R> {
        /** Visits an activation by itself. */
        R activation(Activation operation);

        /** Visits a sum. */
        R add(Add operation);

        /** Visits a batch norm. */
        R batchNorm(BatchNorm operation);

        /** Visits a channel shuffle. */
        R channelShuffle(ChannelShuffle operation);

        /** Visits a join. */
        R concat(Concat operation);

        /** Visits a convolution. */
        R convolution(Convolution operation);

        /** Visits a convolution with its norm, of an inference program. */
        R convolutionNorm(ConvolutionNorm operation);

        /** Visits a dropout, of a training program. */
        R dropout(Dropout operation);

        /** Visits a fully connected layer. */
        R linear(Linear operation);

        /** Visits a local response normalization. */
        R localResponseNorm(LocalResponseNorm operation);

        /** Visits a pool. */
        R pool(Pool operation);
    }

    /** A visitor of some operations to whom all others are alike. */
    interface PartialVisitor<R> extends Visitor<R> {
        /** Visits an operation that has no method here. */
        R other(Operation operation);

        @Override
        default R activation(Activation operation) {
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
        default R linear(Linear operation) {
            return other(operation);
        }

        @Override
        default R localResponseNorm(LocalResponseNorm operation) {
            return other(operation);
        }

        @Override
        default R pool(Pool operation) {
            return other(operation);
        }
    }
}
