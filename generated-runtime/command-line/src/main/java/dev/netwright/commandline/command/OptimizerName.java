package dev.netwright.commandline.command;

import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionReader;
import dev.netwright.runtime.training.Optimizer;
import java.util.function.DoubleFunction;

/** Optimizers by the names that the command line has for them. */
enum OptimizerName {
    /** Plain gradient descent. */
    SGD(Optimizer::sgd),
    /** Gradient descent with a momentum of 0.9. */
    MOMENTUM(rate -> Optimizer.sgd(rate).momentum(0.9)),
    /** The same with Nesterov's look-ahead. */
    NESTEROV(rate -> Optimizer.sgd(rate).momentum(0.9).nesterov()),
    /** Adam with its paper's constants. */
    ADAM(Optimizer::adam),
    /** Adam with a decoupled weight decay of 0.01. */
    ADAMW(rate -> Optimizer.adamW(rate, 0.01)),
    /** AMSGrad with Adam's constants. */
    AMSGRAD(Optimizer::amsGrad),
    /** RMSprop with PyTorch's constants, without momentum. */
    RMSPROP(Optimizer::rmsProp),
    /** AdaGrad with PyTorch's constants. */
    ADAGRAD(Optimizer::adaGrad),
    /** AdaDelta with PyTorch's constants; its paper's rate is 1. */
    ADADELTA(Optimizer::adaDelta),
    /** AdaMax with Adam's constants. */
    ADAMAX(Optimizer::adaMax),
    /** Nadam with PyTorch's constants. */
    NADAM(Optimizer::nadam),
    /** AdaBelief with its paper's constants. */
    ADABELIEF(Optimizer::adaBelief);

    /** Reads a name in any case. */
    static final OptionReader<OptimizerName> READER =
            OptionCodec.constants(OptimizerName.class).reader().orElseThrow();

    private final DoubleFunction<Optimizer> made;

    OptimizerName(DoubleFunction<Optimizer> made) {
        this.made = made;
    }

    Optimizer at(double rate) {
        return made.apply(rate);
    }
}
