package dev.netwright.models.vgg;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** VGG-11 with an eighth of the channels and 512 hidden units, on 224x224 images. */
@Vgg(
        input = @Input(channels = 1, height = 224, width = 224),
        classes = 10,
        ratio = 8,
        hidden = {@Vgg.Hidden(units = 512), @Vgg.Hidden(units = 512)},
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface Vgg11EighthSpec {}
