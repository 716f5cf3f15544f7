package dev.netwright.tests.torch;

import dev.netwright.annotations.AlexNet;

/** AlexNet as torchvision has it, after "One weird trick for parallelizing convolutional neural networks" (Krizhevsky, 2014). */
@AlexNet(
        conv1 = @AlexNet.Conv(channels = 64, kernel = 11, stride = 4, padding = 2),
        conv2 = @AlexNet.Conv(channels = 192, kernel = 5, padding = 2),
        conv4 = @AlexNet.Conv(channels = 256, kernel = 3, padding = 1))
interface TorchvisionAlexNetSpec {}
