package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.network.Window;
import java.util.List;

/**
 * One fused kernel of a program. Its output value carries its name; a new kernel makes every {@link Visitor} fail to
 * compile until it is handled.
 */
public sealed interface Kernel {
    /** The paper's name of its main layer; also the id of the value it writes. */
    String name();

    /** Id of the value it reads, or of the first. */
    String input();

    /** Ids of all values it reads. */
    default List<String> inputs() {
        return List.of(input());
    }

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

    /**
     * Convolution, batch norm and activation, in inference programs only.
     *
     * @param norm what the norm's parameters' names begin with
     */
    record ConvNormActivation(
            String name, String norm, String input, Window window, double epsilon, ActivationFunction function)
            implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return false;
        }

        @Override
        public boolean readsOutputInBackward() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convNormActivation(this);
        }
    }

    /**
     * Batch norm and activation.
     *
     * @param norm what its parameters' names begin with
     */
    record NormActivation(String name, String norm, String input, Layer.BatchNorm layer, ActivationFunction function)
            implements Kernel {
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
            return visitor.normActivation(this);
        }
    }

    /** Sum of two values and activation. */
    record AddActivation(String name, String left, String right, ActivationFunction function) implements Kernel {
        @Override
        public String input() {
            return left;
        }

        @Override
        public List<String> inputs() {
            return List.of(left, right);
        }

        @Override
        public boolean readsInputInBackward() {
            return false;
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
            return visitor.addActivation(this);
        }
    }

    /** An activation by itself. */
    record ElementwiseActivation(String name, String input, ActivationFunction function) implements Kernel {
        @Override
        public boolean readsInputInBackward() {
            return false;
        }

        @Override
        public boolean readsOutputInBackward() {
            return true;
        }

        @Override
        public boolean isRectified() {
            return function == ActivationFunction.RELU;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.elementwiseActivation(this);
        }
    }

    /** Values one after the other along the channels. */
    record Concat(String name, List<String> inputs) implements Kernel {
        /** Copies the list. */
        public Concat {
            inputs = List.copyOf(inputs);
        }

        @Override
        public String input() {
            return inputs.get(0);
        }

        @Override
        public boolean readsInputInBackward() {
            return false;
        }

        @Override
        public boolean readsOutputInBackward() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concat(this);
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

        /** Visits a convolution with its batch norm. */
        R convNormActivation(ConvNormActivation kernel);

        /** Visits a batch norm. */
        R normActivation(NormActivation kernel);

        /** Visits a sum. */
        R addActivation(AddActivation kernel);

        /** Visits an activation by itself. */
        R elementwiseActivation(ElementwiseActivation kernel);

        /** Visits a join. */
        R concat(Concat kernel);

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
