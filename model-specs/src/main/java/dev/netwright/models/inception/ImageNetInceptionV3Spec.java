package dev.netwright.models.inception;

import dev.netwright.annotations.InceptionV3;

/**
 * Inception-v3 of Szegedy et al. (2015), table 1, with its auxiliary classifier, in torchvision's form, {@code inception_v3}:
 * 27,161,264 parameters, 3,326,696 of them in the auxiliary classifier.
 *
 * <p>torchvision's published weights expect images normalized with mean and deviation 0.5 (its {@code transform_input}).
 */
@InceptionV3(auxiliary = @InceptionV3.Auxiliary)
public interface ImageNetInceptionV3Spec {}
