package dev.netwright.models.alexnet;

import dev.netwright.annotations.AlexNet;
import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;

/**
 * AlexNet (Krizhevsky et al., 2012) on grey images of 227x227 without padding, with dropout 0.2 and 0.5 between each hidden layer
 * and its ReLU, as one tutorial builds it: 58,299,082 parameters.
 */
// The tutorial has its dropout there.
@SuppressWarnings("netwright:dropout-place")
@AlexNet(
        input = @Input(channels = 1, height = 227, width = 227),
        classes = 10,
        conv1 = @AlexNet.Conv(channels = 96, kernel = 11, stride = 4),
        hidden = {@AlexNet.Hidden(dropout = 0.2), @AlexNet.Hidden(dropout = 0.5)},
        dropoutPlace = DropoutPlace.BEFORE_ACTIVATION)
public interface AlexNet227DropoutFirstSpec {}
