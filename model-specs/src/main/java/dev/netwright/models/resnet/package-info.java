/**
 * ResNet: torchvision's networks of four depths, and the forms that tutorials use.
 * Only specs of {@code @ResNet} stand here.
 */
@NullMarked
package dev.netwright.models.resnet;

import org.jspecify.annotations.NullMarked;
