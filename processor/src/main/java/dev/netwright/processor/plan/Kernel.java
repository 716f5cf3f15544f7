package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.network.Window;

/**
 * One fused kernel of a program. Its output value carries its name; a new kernel makes every {@link Visitor} fail to
 * compile until it is handled.
 */
public sealed interface Kernel {
    /** The paper's name of its main layer; also the id of the value it writes. */
    String name();

    /** Id of the value it reads. */
    String input();

    /** Whether its backward reads the values of its input. */
    boolean readsInputInBackward();

    /** Whether its backward reads the values of its output. */
    boolean readsOutputInBackward();

    /** Whether its forward saves something of its input's size for its backward, in a slot of its own. */
    default boolean savesForBackward() {
        return false;
    }

    /** Whether its output is a rectifier's, so that backward only asks where it is 0. */
    default boolean isRectified() {
        return false;
    }

    /** Calls the visitor's method for this kernel. */
    <R> R accept(Visitor<R> visitor);

    /** Convolution, bias and activation. */
    record ConvBiasActivation(String name, String input, Window window, ActivationFunction function) implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return true;
        }

        @Override
        public boolean readsOutputInBackward() {
            return function != ActivationFunction.IDENTITY;
        }

        @Override
        public boolean isRectified() {
            return function == ActivationFunction.RELU;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convBiasActivation(this);
        }
    }

    /** Maximum or average pool. */
    record Pool(String name, String input, PoolKind kind, Window window) implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return kind == PoolKind.MAX;
        }

        @Override
        public boolean readsOutputInBackward() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pool(this);
        }
    }

    /** Local response normalization across channels; saves its denominators before the exponent. */
    record LocalResponseNorm(String name, String input, int size, double alpha, double beta, double k)
            implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return true;
        }

        @Override
        public boolean readsOutputInBackward() {
            return true;
        }

        @Override
        public boolean savesForBackward() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.localResponseNorm(this);
        }
    }

    /** Fully connected layer with bias and activation. */
    record Linear(String name, String input, ActivationFunction function) implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return true;
        }

        @Override
        public boolean readsOutputInBackward() {
            return function != ActivationFunction.IDENTITY;
        }

        @Override
        public boolean isRectified() {
            return function == ActivationFunction.RELU;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linear(this);
        }
    }

    /**
     * Dropout, in training programs only; saves its mask.
     *
     * @param position number of dropout layers before this one, which selects its random stream
     */
    record Dropout(String name, String input, double rate, int position) implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return false;
        }

        @Override
        public boolean readsOutputInBackward() {
            return false;
        }

        @Override
        public boolean savesForBackward() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropout(this);
        }
    }

    /** One method per kernel. */
    interface Visitor<R> {
        /** Visits a convolution. */
        R convBiasActivation(ConvBiasActivation kernel);

        /** Visits a pool. */
        R pool(Pool kernel);

        /** Visits a local response normalization. */
        R localResponseNorm(LocalResponseNorm kernel);

        /** Visits a fully connected layer. */
        R linear(Linear kernel);

        /** Visits a dropout. */
        R dropout(Dropout kernel);
    }
}
