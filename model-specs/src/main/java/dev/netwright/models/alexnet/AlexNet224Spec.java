package dev.netwright.models.alexnet;

import dev.netwright.annotations.AlexNet;
import dev.netwright.annotations.Input;

/**
 * AlexNet (Krizhevsky et al., 2012) as in d2l.ai, chapter "AlexNet": grey images of 224x224 padded by 1, no local response
 * normalization, 46,764,746 parameters. On Fashion-MNIST with batches of 128, SGD at 0.01, Xavier's initial values and 10 epochs
 * its notes report test accuracy 0.881.
 */
// The tutorial takes 224 pixels where the paper's sizes are those of 227.
@SuppressWarnings("netwright:flatten-size")
@AlexNet(input = @Input(channels = 1, height = 224, width = 224), classes = 10)
public interface AlexNet224Spec {}
