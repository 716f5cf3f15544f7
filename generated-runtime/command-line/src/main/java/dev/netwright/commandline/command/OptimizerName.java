package dev.netwright.commandline.command;

import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionReader;
import dev.netwright.runtime.training.Optimizer;

/** Optimizers by their names on the command line. */
enum OptimizerName {
    /** Plain gradient descent. */
    SGD,
    /** Gradient descent with a momentum of 0.9. */
    MOMENTUM,
    /** Gradient descent with a Nesterov momentum of 0.9. */
    NESTEROV,
    /** Adam with its paper's constants. */
    ADAM,
    /** Adam with a decoupled weight decay of 0.01. */
    ADAMW,
    /** AMSGrad with Adam's constants. */
    AMSGRAD,
    /** RMSprop with PyTorch's constants, without momentum. */
    RMSPROP,
    /** AdaGrad with PyTorch's constants. */
    ADAGRAD,
    /** AdaDelta with PyTorch's constants; a learning rate of 1 gives its paper's formula. */
    ADADELTA,
    /** AdaMax with Adam's constants. */
    ADAMAX,
    /** Nadam with PyTorch's constants. */
    NADAM,
    /** AdaBelief with its paper's constants. */
    ADABELIEF,
    /** Lion with its paper's constants, without weight decay. */
    LION,
    /** LAMB with its paper's constants and weight decay of 0.01. */
    LAMB;

    /** Parses a name in any case. */
    static final OptionReader<OptimizerName> READER =
            OptionCodec.constants(OptimizerName.class).reader().orElseThrow();

    Optimizer at(double rate) {
        return switch (this) {
            case SGD -> Optimizer.sgd(rate);
            case MOMENTUM -> Optimizer.sgd(rate).momentum(0.9);
            case NESTEROV -> Optimizer.sgd(rate).momentum(0.9).nesterov();
            case ADAM -> Optimizer.adam(rate);
            case ADAMW -> Optimizer.adamW(rate, 0.01);
            case AMSGRAD -> Optimizer.amsGrad(rate);
            case RMSPROP -> Optimizer.rmsProp(rate);
            case ADAGRAD -> Optimizer.adaGrad(rate);
            case ADADELTA -> Optimizer.adaDelta(rate);
            case ADAMAX -> Optimizer.adaMax(rate);
            case NADAM -> Optimizer.nadam(rate);
            case ADABELIEF -> Optimizer.adaBelief(rate);
            case LION -> Optimizer.lion(rate, 0);
            case LAMB -> Optimizer.lamb(rate, 0.01);
        };
    }
}
