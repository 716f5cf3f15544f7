package dev.netwright.models.inception;

import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

/**
 * GoogLeNet (Szegedy et al., 2014) on grey images of 227x227, with a first pool of 2x2, as a tutorial on seven networks builds it.
 * 5,977,530 parameters.
 */
@Inception(
        input = @Input(channels = 1, height = 227, width = 227),
        classes = 10,
        stem = @Inception.Stem(pool1 = @Inception.Pool(kernel = 2, padding = 0)))
public interface GoogLeNet227Spec {}
