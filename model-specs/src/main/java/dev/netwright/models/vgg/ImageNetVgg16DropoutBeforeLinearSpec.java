package dev.netwright.models.vgg;

import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Vgg;

/** VGG-16 with dropout before each hidden layer and none after the last one, as one tutorial builds it. */
// The tutorial has its dropout there.
@SuppressWarnings("netwright:dropout-place")
@Vgg(
        dropoutPlace = DropoutPlace.BEFORE_LINEAR,
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 3, channels = 256),
            @Vgg.Block(convs = 3, channels = 512),
            @Vgg.Block(convs = 3, channels = 512)
        })
public interface ImageNetVgg16DropoutBeforeLinearSpec {}
