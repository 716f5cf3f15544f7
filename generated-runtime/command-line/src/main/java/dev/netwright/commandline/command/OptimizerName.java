package dev.netwright.commandline.command;

import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionReader;
import dev.netwright.runtime.training.Optimizer;
import org.nd4j.linalg.learning.config.Adam;

/** Optimizers by their names on the command line. */
enum OptimizerName {
    /** Plain gradient descent. */
    SGD {
        @Override
        Optimizer at(double rate) {
            return Optimizer.sgd(rate);
        }
    },
    /** Gradient descent with a momentum of 0.9. */
    MOMENTUM {
        @Override
        Optimizer at(double rate) {
            return Optimizer.sgd(rate).momentum(0.9);
        }
    },
    /** Adam with the paper's constants. */
    ADAM {
        @Override
        Optimizer at(double rate) {
            return Optimizer.of(new Adam(rate));
        }
    },
    /** Adam with a decoupled weight decay of 0.01. */
    ADAMW {
        @Override
        Optimizer at(double rate) {
            return Optimizer.adamW(rate, 0.01);
        }
    };

    /** Parses a name in any case. */
    static final OptionReader<OptimizerName> READER =
            OptionCodec.constants(OptimizerName.class).reader().orElseThrow();

    abstract Optimizer at(double rate);
}
