package dev.netwright.processor.network;

/** One mathematical layer, before anything is fused. A new layer makes every {@link Visitor} fail to compile until it is handled. */
public sealed interface Layer {
    /** Calls the visitor's method for this layer. */
    <R> R accept(Visitor<R> visitor);

    /** Convolution with bias. */
    record Convolution(int channels, Window window) implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convolution(this);
        }
    }

    /** Pooling with floor division of sizes. */
    record Pool(PoolKind kind, Window window) implements Layer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pool(this);
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

    /** A fully connected layer with bias; it reads an image as the vector of its channels, rows and columns. */
    record Linear(int units) implements Layer {
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

        /** Visits a local response normalization. */
        R localResponseNorm(LocalResponseNorm layer);

        /** Visits an activation. */
        R activation(Activation layer);

        /** Visits a dropout. */
        R dropout(Dropout layer);

        /** Visits a fully connected layer. */
        R linear(Linear layer);
    }
}
