package dev.netwright.models.vgg;

import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** VGG-11 on grey images of 10 classes with dropout 0.3 and 0.5 between each hidden layer and its ReLU. */
// The tutorial has its dropout there.
@SuppressWarnings("netwright:dropout-place")
@Vgg(
        input = @Input(channels = 1, height = 224, width = 224),
        classes = 10,
        hidden = {@Vgg.Hidden(dropout = 0.3), @Vgg.Hidden(dropout = 0.5)},
        dropoutPlace = DropoutPlace.BEFORE_ACTIVATION,
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface Vgg11DropoutFirstSpec {}
