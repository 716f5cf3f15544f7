package dev.netwright.models.inception;

import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

/**
 * GoogLeNet (Szegedy et al., 2014) as in d2l.ai, chapter "GoogLeNet": grey images of 96x96, no auxiliary classifiers. 5,977,530
 * parameters. On Fashion-MNIST with batches of 128, SGD at 0.05, Xavier's initial values and 10 epochs its notes report test
 * accuracy 0.884.
 */
@Inception(input = @Input(channels = 1, height = 96, width = 96), classes = 10)
public interface GoogLeNet96Spec {}
