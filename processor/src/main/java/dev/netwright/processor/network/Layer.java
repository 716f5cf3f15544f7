package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;

/** One mathematical layer, before anything is fused. A new layer makes every {@link Visitor} fail to compile until it is handled. */
public sealed interface Layer {
    /** Calls the visitor's method for this layer. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Convolution.
     *
     * @param groups parts of the input's channels that are convolved by themselves; divides input and output channels
     */
    record Convolution(int channels, Window window, int groups, boolean hasBias) implements Layer {
        /** A convolution of one group, with bias. */
        public Convolution(int channels, Window window) {
            this(channels, window, 1, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convolution(this);
        }
    }

    /**
     * Pooling.
     *
     * @param isCeil whether sizes are rounded up instead of down
     */
    record Pool(PoolKind kind, Window window, boolean isCeil) implements Layer {
        /** Pooling with sizes rounded down. */
        public Pool(PoolKind kind, Window window) {
            this(kind, window, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pool(this);
        }
    }

    /** The mean of each channel. */
    record GlobalAveragePool() implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.globalAveragePool(this);
        }
    }

    /**
     * Batch norm of each channel.
     *
     * @param momentum share of the new batch in the running statistics
     * @param isUnbiased whether the running variance is
     */
    record BatchNorm(double epsilon, double momentum, boolean isUnbiased) implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.batchNorm(this);
        }
    }

    /** {@code y = x / (k + alpha / size * sum of x^2 over size neighbouring channels)^beta}. */
    record LocalResponseNorm(int size, double alpha, double beta, double k) implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.localResponseNorm(this);
        }
    }

    /** An elementwise nonlinearity. */
    record Activation(ActivationFunction function) implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.activation(this);
        }
    }

    /** Dropout of a share {@code rate} in training, the rest scaled by {@code 1 / (1 - rate)}. */
    record Dropout(double rate) implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropout(this);
        }
    }

    /** The vector of an image's channels, rows and columns. */
    record Flatten() implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flatten(this);
        }
    }

    /** The sum of two inputs of one shape. */
    record Add() implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /** Inputs of equal height and width, one after the other along the channels. */
    record Concat() implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concat(this);
        }
    }

    /** A fully connected layer; it reads an image as the vector of its channels, rows and columns. */
    record Linear(int units, boolean hasBias) implements Layer {
        /** A layer with bias. */
        public Linear(int units) {
            this(units, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linear(this);
        }
    }

    /** One method per layer. */
    interface Visitor<R> {
        /** Visits a convolution. */
        R convolution(Convolution layer);

        /** Visits a pool. */
        R pool(Pool layer);

        /** Visits a global average pool. */
        R globalAveragePool(GlobalAveragePool layer);

        /** Visits a batch norm. */
        R batchNorm(BatchNorm layer);

        /** Visits a local response normalization. */
        R localResponseNorm(LocalResponseNorm layer);

        /** Visits an activation. */
        R activation(Activation layer);

        /** Visits a dropout. */
        R dropout(Dropout layer);

        /** Visits a flattening. */
        R flatten(Flatten layer);

        /** Visits a sum. */
        R add(Add layer);

        /** Visits a join. */
        R concat(Concat layer);

        /** Visits a fully connected layer. */
        R linear(Linear layer);
    }
}
