package dev.netwright.tests.kernels;

import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** Dropout where the plan can't let it run in place: its input is a pool's output. */
@Vgg(
        input = @Input(channels = 1, height = 20, width = 20),
        classes = 10,
        hidden = {@Vgg.Hidden(units = 24), @Vgg.Hidden(units = 16)},
        dropoutPlace = DropoutPlace.BEFORE_LINEAR,
        blocks = {@Vgg.Block(convs = 1, channels = 6), @Vgg.Block(convs = 1, channels = 8)})
public interface TinyVggDropoutBeforeLinearSpec {}
