"""The networks that Netwright is compared with, as PyTorch modules.

A network's parameters come in the order in which Netwright's table lists them, which is the order of computing: that of
registration here. Names are PyTorch's own; torchvision's networks are torchvision's.
"""

import collections
import functools

import numpy as np
import torch
import torchvision
from torch import nn
from torchvision.ops.misc import SqueezeExcitation

import counter_random


# ---- Parts ----


class Masks:
    """The dropout masks of one step; a shorter batch takes the first numbers of the same stream."""

    def __init__(self, random):
        self.random = random
        self.step = 0

    def of(self, position, rate, like):
        mask = self.random.dropout_mask(
            counter_random.dropout(position), self.step, np.float32(1 - rate), like.numel()
        )
        return torch.from_numpy(mask).reshape(like.shape)


class MaskedDropout(nn.Module):
    """Dropout with a given mask in training mode, and nothing in inference mode."""

    def __init__(self, masks, position, rate):
        super().__init__()
        self.masks, self.position, self.rate = masks, position, rate

    def forward(self, x):
        return x * self.masks.of(self.position, self.rate, x) if self.training else x


class MaskedStochasticDepth(MaskedDropout):
    """torchvision's StochasticDepth in the mode "row", with a given number for each image."""

    def forward(self, x):
        images = x.new_empty([len(x)] + [1] * (x.dim() - 1))
        return x * self.masks.of(self.position, self.rate, images) if self.training else x


class LayerScale(nn.Module):
    """ConvNeXt's factor for each channel."""

    def __init__(self, channels):
        super().__init__()
        self.layer_scale = nn.Parameter(torch.ones(channels, 1, 1))

    def forward(self, x):
        return self.layer_scale * x


class BiasedBatchNorm(nn.modules.batchnorm._BatchNorm):
    """Batch norm whose running variance is biased, as the one from scratch in d2l.ai, chapter 8.5."""

    def _check_input_dim(self, x):
        """Both images and vectors are welcome."""

    def forward(self, x):
        if self.training:
            others = [dimension for dimension in range(x.dim()) if dimension != 1]
            with torch.no_grad():
                self.running_mean.lerp_(x.mean(others), self.momentum)
                self.running_var.lerp_(x.var(others, unbiased=False), self.momentum)
            return nn.functional.batch_norm(x, None, None, self.weight, self.bias, True, 0, self.eps)
        return super().forward(x)


def sequential(**layers):
    return nn.Sequential(collections.OrderedDict(layers))


# ---- LeNet, AlexNet, VGG, NiN ----


def lenet(masks, pad, pool):
    return sequential(
        c1=nn.Conv2d(1, 6, 5, padding=pad),
        c1_activation=nn.Sigmoid(),
        s2=pool(2, 2),
        c3=nn.Conv2d(6, 16, 5),
        c3_activation=nn.Sigmoid(),
        s4=pool(2, 2),
        flatten=nn.Flatten(),
        c5=nn.Linear(400, 120),
        c5_activation=nn.Sigmoid(),
        f6=nn.Linear(120, 84),
        f6_activation=nn.Sigmoid(),
        f7=nn.Linear(84, 10),
    )


def lenet_norm(masks, of_channels=nn.BatchNorm2d, of_units=nn.BatchNorm1d):
    """d2l.ai, chapter 8.5."""
    return sequential(
        c1=nn.Conv2d(1, 6, 5),
        c1_norm=of_channels(6),
        c1_activation=nn.Sigmoid(),
        s2=nn.MaxPool2d(2, 2),
        c3=nn.Conv2d(6, 16, 5),
        c3_norm=of_channels(16),
        c3_activation=nn.Sigmoid(),
        s4=nn.MaxPool2d(2, 2),
        flatten=nn.Flatten(),
        c5=nn.Linear(256, 120),
        c5_norm=of_units(120),
        c5_activation=nn.Sigmoid(),
        f6=nn.Linear(120, 84),
        f6_norm=of_units(84),
        f6_activation=nn.Sigmoid(),
        f7=nn.Linear(84, 10),
    )


def classifier(masks, features, hidden, place, first, classes):
    """Fully connected layers by name. hidden: (units, dropout rate) of each; place: where the dropout stands."""
    layers = {"flatten": nn.Flatten()}
    for position, (units, rate) in enumerate(hidden):
        linear, relu, dropout = nn.Linear(features, units), nn.ReLU(), MaskedDropout(masks, position, rate)
        order = {
            "AFTER_ACTIVATION": [linear, relu, dropout],
            "BEFORE_ACTIVATION": [linear, dropout, relu],
            "BEFORE_LINEAR": [dropout, linear, relu],
        }[place]
        for module in order:
            name = {linear: "fc", relu: "relu", dropout: "drop"}[module]
            layers[f"{name}{first + position}"] = module
        features = units
    layers[f"fc{first + len(hidden)}"] = nn.Linear(features, classes)
    return layers


def alexnet(masks, pad, features, hidden, place):
    layers = collections.OrderedDict(
        conv1=nn.Conv2d(1, 96, 11, stride=4, padding=pad),
        conv1_relu=nn.ReLU(),
        pool1=nn.MaxPool2d(3, 2),
        conv2=nn.Conv2d(96, 256, 5, padding=2),
        conv2_relu=nn.ReLU(),
        pool2=nn.MaxPool2d(3, 2),
        conv3=nn.Conv2d(256, 384, 3, padding=1),
        conv3_relu=nn.ReLU(),
        conv4=nn.Conv2d(384, 384, 3, padding=1),
        conv4_relu=nn.ReLU(),
        conv5=nn.Conv2d(384, 256, 3, padding=1),
        conv5_relu=nn.ReLU(),
        pool5=nn.MaxPool2d(3, 2),
    )
    layers.update(classifier(masks, features, hidden, place, 6, 10))
    return nn.Sequential(layers)


def vgg(masks, channels, features, blocks, hidden, place, classes=10, has_batch_norm=False):
    """blocks: (kernels of the convolutions, channels, LRN or None); features: values of the last block's output."""
    layers = collections.OrderedDict()
    for number, (kernels, out, norm) in enumerate(blocks, 1):
        for i, kernel in enumerate(kernels, 1):
            layers[f"conv{number}_{i}"] = nn.Conv2d(channels, out, kernel, padding=kernel // 2)
            if has_batch_norm:
                layers[f"conv{number}_{i}_norm"] = nn.BatchNorm2d(out)
            layers[f"conv{number}_{i}_activation"] = nn.ReLU()
            channels = out
        if norm:
            layers[f"norm{number}"] = norm
        layers[f"pool{number}"] = nn.MaxPool2d(2, 2)
    layers.update(classifier(masks, features, hidden, place, len(blocks) + 1, classes))
    return nn.Sequential(layers)


def vgg_11_eighth(masks):
    widths = [(1, 8), (1, 16), (2, 32), (2, 64), (2, 64)]
    blocks = [([3] * count, width, None) for count, width in widths]
    return vgg(masks, 1, 256, blocks, [(512, 0.5), (512, 0.5)], "AFTER_ACTIVATION")


def vgg_blocks(*convs, pointwise=(0,) * 5, norm=None):
    """Five blocks with a sixteenth of the channels. norm: behind the first one."""
    blocks = zip(convs, pointwise, (4, 8, 16, 32, 32), (norm, None, None, None, None), strict=True)
    return [([3] * count + [1] * small, width, after) for count, small, width, after in blocks]


def vgg_16(masks, divisor, features, hidden, classes):
    widths = [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)]
    blocks = [([3] * count, width // divisor, None) for count, width in widths]
    return vgg(masks, 3, features, blocks, hidden, "AFTER_ACTIVATION", classes)


def vgg_pointwise(masks, norm, place):
    blocks = [([3], 16, norm), ([3, 1], 24, None), ([3, 3, 1], 32, None)]
    return vgg(masks, 3, 512, blocks, [(96, 0.3), (80, 0.5)], place)


def nin_block(channels, widths, kernel, stride, padding):
    first, second, third = widths
    return nn.Sequential(
        nn.Conv2d(channels, first, kernel, stride, padding),
        nn.ReLU(),
        nn.Conv2d(first, second, 1),
        nn.ReLU(),
        nn.Conv2d(second, third, 1),
        nn.ReLU(),
    )


def nin(masks):
    """d2l.ai, chapter 8.3."""
    return nn.Sequential(
        nin_block(1, [96] * 3, 11, 4, 0),
        nn.MaxPool2d(3, 2),
        nin_block(96, [256] * 3, 5, 1, 2),
        nn.MaxPool2d(3, 2),
        nin_block(256, [384] * 3, 3, 1, 1),
        nn.MaxPool2d(3, 2),
        MaskedDropout(masks, 0, 0.5),
        nin_block(384, [10] * 3, 3, 1, 1),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
    )


def nin_cifar(masks):
    """A tutorial's for CIFAR-10, with its softmax left to the loss."""
    return nn.Sequential(
        nin_block(3, [192, 160, 96], 5, 1, 2),
        nn.MaxPool2d(3, 2),
        MaskedDropout(masks, 0, 0.25),
        nin_block(96, [192] * 3, 5, 1, 2),
        nn.MaxPool2d(3, 2),
        MaskedDropout(masks, 1, 0.25),
        nin_block(192, [192, 192, 10], 3, 1, 1),
        nn.AvgPool2d(7, 1),
        nn.Flatten(),
    )


# ---- Inception ----


class Inception(nn.Module):
    """The four branches of a module, joined along the channels."""

    def __init__(self, conv, channels, c1, c3, c5, pool, kernel5=5):
        super().__init__()
        self.branch1 = conv(channels, c1, 1)
        self.branch3 = nn.Sequential(conv(channels, c3[0], 1), conv(c3[0], c3[1], 3, padding=1))
        self.branch5 = nn.Sequential(conv(channels, c5[0], 1), conv(c5[0], c5[1], kernel5, padding=kernel5 // 2))
        self.branch_pool = nn.Sequential(nn.MaxPool2d(3, 1, 1), conv(channels, pool, 1))

    def forward(self, x):
        return torch.cat([self.branch1(x), self.branch3(x), self.branch5(x), self.branch_pool(x)], 1)


# Input and output channels of each module, by the name in Szegedy et al., 2014, table 1.
INCEPTIONS = {
    "3a": (192, 64, (96, 128), (16, 32), 32),
    "3b": (256, 128, (128, 192), (32, 96), 64),
    "4a": (480, 192, (96, 208), (16, 48), 64),
    "4b": (512, 160, (112, 224), (24, 64), 64),
    "4c": (512, 128, (128, 256), (24, 64), 64),
    "4d": (512, 112, (144, 288), (32, 64), 64),
    "4e": (528, 256, (160, 320), (32, 128), 128),
    "5a": (832, 256, (160, 320), (32, 128), 128),
    "5b": (832, 384, (192, 384), (48, 128), 128),
}


def conv_relu(channels, out, kernel, **window):
    return nn.Sequential(nn.Conv2d(channels, out, kernel, **window), nn.ReLU())


def conv_norm_relu(channels, out, kernel, eps=1e-5, **window):
    return nn.Sequential(nn.Conv2d(channels, out, kernel, bias=False, **window), nn.BatchNorm2d(out, eps), nn.ReLU())


def googlenet(masks, first_pool):
    """d2l.ai, chapter 8.4, where the first pool is 3x3 of stride 2, padded by 1."""

    def module(name):
        return Inception(conv_relu, *INCEPTIONS[name])

    return nn.Sequential(
        conv_relu(1, 64, 7, stride=2, padding=3),
        first_pool,
        conv_relu(64, 64, 1),
        conv_relu(64, 192, 3, padding=1),
        nn.MaxPool2d(3, 2, 1),
        *(module(name) for name in ("3a", "3b")),
        nn.MaxPool2d(3, 2, 1),
        *(module(name) for name in ("4a", "4b", "4c", "4d", "4e")),
        nn.MaxPool2d(3, 2, 1),
        *(module(name) for name in ("5a", "5b")),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(1024, 10),
    )


class GoogLeNetWithHeads(nn.Module):
    """GoogLeNet with batch norm, pools rounded up and an eighth of the channels. is_torchvisions: in torchvision's form.

    In training mode the logits of two auxiliary heads follow the main ones. A head's average pool leaves 2x1 of 85x130.
    """

    def __init__(self, masks, is_torchvisions=False):
        super().__init__()
        conv = functools.partial(conv_norm_relu, eps=1e-3) if is_torchvisions else conv_norm_relu
        kernel5 = 3 if is_torchvisions else 5
        reduce4e = 20 if is_torchvisions else 19  # of 150, which a tutorial has for 160

        def module(name):
            channels, c1, c3, c5, pool = INCEPTIONS[name]
            reduce3 = reduce4e if name == "4e" else c3[0] // 8
            c5 = c5[0] // 8, c5[1] // 8
            return Inception(conv, channels // 8, c1 // 8, (reduce3, c3[1] // 8), c5, pool // 8, kernel5)

        def head(channels, position):
            return nn.Sequential(
                nn.AvgPool2d(5, 3),
                conv(channels, 16, 1),
                nn.Flatten(),
                nn.Linear(32, 128),
                nn.ReLU(),
                MaskedDropout(masks, position, 0.7),
                nn.Linear(128, 10),
            )

        def pool(kernel=3):
            return nn.MaxPool2d(kernel, 2, ceil_mode=True)

        self.to_4a = nn.Sequential(
            conv(3, 8, 7, stride=2, padding=3),
            pool(),
            conv(8, 8, 1),
            conv(8, 24, 3, padding=1),
            pool(),
            module("3a"),
            module("3b"),
            pool(),
            module("4a"),
        )
        self.head1 = head(64, 0)
        self.to_4d = nn.Sequential(*(module(name) for name in ("4b", "4c", "4d")))
        self.head2 = head(66, 1)
        self.rest = nn.Sequential(
            module("4e"),
            pool(2 if is_torchvisions else 3),
            module("5a"),
            module("5b"),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
            MaskedDropout(masks, 2, 0.2 if is_torchvisions else 0.4),
            nn.Linear(128, 10),
        )

    def forward(self, images):
        after_4a = self.to_4a(images)
        after_4d = self.to_4d(after_4a)
        logits = self.rest(after_4d)
        return (logits, self.head1(after_4a), self.head2(after_4d)) if self.training else logits


class NarrowConvolution(torchvision.models.inception.BasicConv2d):
    """A convolution of torchvision's Inception-v3 with a thirty-second of the channels."""

    def __init__(self, channels, out, **window):
        super().__init__(channels if channels == 3 else channels // 32, out // 32, **window)


def inception_v3_narrow(masks):
    """torchvision's, with its auxiliary classifier."""
    inception = torchvision.models.inception
    parts = (inception.InceptionA, inception.InceptionB, inception.InceptionC, inception.InceptionD, inception.InceptionE)
    blocks = [functools.partial(part, conv_block=NarrowConvolution) for part in (*parts, inception.InceptionAux)]
    network = inception.Inception3(10, inception_blocks=[NarrowConvolution, *blocks], init_weights=False)
    network.AuxLogits.fc = nn.Linear(768 // 32, 10)
    network.dropout = MaskedDropout(masks, 0, 0.5)
    network.fc = nn.Linear(2048 // 32, 10)
    return network


# ---- ConvNeXt ----


class ConvNeXtBlock(nn.Module):
    """Liu et al., 2022, figure 4. torchvision's fully connected layers of pixels are 1x1 convolutions here."""

    def __init__(self, channels, depth):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(channels, channels, 7, padding=3, groups=channels),
            torchvision.models.convnext.LayerNorm2d(channels, eps=1e-6),
            nn.Conv2d(channels, 4 * channels, 1),
            nn.GELU(),
            nn.Conv2d(4 * channels, channels, 1),
            LayerScale(channels),
            *depth,
        )

    def forward(self, x):
        return x + self.main(x)


def convnext(masks, blocks, channels, rate):
    """The channels double from stage to stage, and the rate of stochastic depth grows to the given one."""
    norm = functools.partial(torchvision.models.convnext.LayerNorm2d, eps=1e-6)
    layers = [nn.Conv2d(3, channels, 4, stride=4), norm(channels)]
    block = 0
    for stage, count in enumerate(blocks):
        if stage > 0:
            layers += [norm(channels), nn.Conv2d(channels, 2 * channels, 2, stride=2)]
            channels *= 2
        for _ in range(count):
            depth = [MaskedStochasticDepth(masks, block - 1, rate * block / (sum(blocks) - 1))] if block else []
            layers.append(ConvNeXtBlock(channels, depth))
            block += 1
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), norm(channels), nn.Flatten(), nn.Linear(channels, 10))


# ---- RegNet ----


def regnet(masks, **numbers):
    """torchvision's, with a narrower stem."""
    parameters = torchvision.models.regnet.BlockParams.from_init_params(**numbers)
    return torchvision.models.RegNet(parameters, num_classes=10, stem_width=8)


# ---- ShuffleNet V2 ----


def shufflenet_v2_quarter(masks):
    """torchvision's, with about a quarter of the channels."""
    return torchvision.models.ShuffleNetV2([4, 8, 4], [8, 30, 58, 116, 128], 10)


# ---- MNASNet, MobileNet ----


def mobilenet_v2_eighth(masks):
    """torchvision's, with an eighth of the channels, at least 8."""
    network = torchvision.models.MobileNetV2(10, 0.125)
    network.classifier[0] = MaskedDropout(masks, 0, 0.2)
    return network


def mobilenet_v3(masks, variant, width):
    """torchvision's, with a share of the channels, at least 8."""
    build = getattr(torchvision.models, f"mobilenet_v3_{variant}")
    network = build(width_mult=width, num_classes=10)
    network.classifier[2] = MaskedDropout(masks, 0, 0.2)
    return network


def mobilenet_v3_small_at_32(masks):
    """torchvision's for grey images, with stride 1 in the first convolution and in the first block, which then adds its input."""
    network = mobilenet_v3(masks, "small", 1.0)
    network.features[0][0] = nn.Conv2d(1, 16, 3, padding=1, bias=False)
    first = network.features[1]
    first.block[0][0].stride = (1, 1)
    first.use_res_connect = True
    return network


def resnet_18_at_32(masks):
    """torchvision's for grey images, with a stem of one 3x3 convolution of stride 2."""
    network = torchvision.models.resnet18(num_classes=10)
    network.conv1 = nn.Conv2d(1, 64, 3, stride=2, padding=1, bias=False)
    network.maxpool = nn.Identity()
    return network


def efficientnet_eighth(masks, width, depth, dropout):
    """torchvision's with B0's factors, and an eighth of the channels, at least 8."""
    configuration = torchvision.models.efficientnet._efficientnet_conf
    stages, _ = configuration("efficientnet_b0", width_mult=0.125 * width, depth_mult=depth)
    return masked(torchvision.models.EfficientNet(stages, dropout, num_classes=10), masks)


def efficientnet_v2_s_eighth(masks):
    """torchvision's, with an eighth of the channels, at least 8."""
    stages, last = torchvision.models.efficientnet._efficientnet_conf("efficientnet_v2_s")
    for stage in stages:
        stage.input_channels = stage.adjust_channels(stage.input_channels, 0.125)
        stage.out_channels = stage.adjust_channels(stage.out_channels, 0.125)
    norm = functools.partial(nn.BatchNorm2d, eps=1e-3)
    network = torchvision.models.EfficientNet(stages, 0.2, num_classes=10, norm_layer=norm, last_channel=last // 8)
    return masked(network, masks)


def masked(efficientnet, masks):
    """Stochastic depth and dropout with given masks; a block that adds nothing, or is never left out, has none."""
    count = 0
    for block in efficientnet.modules():
        if hasattr(block, "stochastic_depth"):
            rate = block.stochastic_depth.p
            if block.use_res_connect and rate > 0:
                block.stochastic_depth = MaskedStochasticDepth(masks, count, rate)
                count += 1
    efficientnet.classifier[0] = MaskedDropout(masks, count, efficientnet.classifier[0].p)
    return efficientnet


def mnasnet_eighth(masks):
    """torchvision's, with an eighth of the channels, at least 8."""
    network = torchvision.models.MNASNet(0.125, num_classes=10)
    network.classifier[0] = MaskedDropout(masks, 0, 0.2)
    return network


# ---- SqueezeNet ----


class Fire(nn.Module):
    """Iandola et al., 2016, figure 1."""

    def __init__(self, channels, squeeze, expand):
        super().__init__()
        self.squeeze = conv_relu(channels, squeeze, 1)
        self.expand1x1 = conv_relu(squeeze, expand, 1)
        self.expand3x3 = conv_relu(squeeze, expand, 3, padding=1)

    def forward(self, x):
        squeezed = self.squeeze(x)
        return torch.cat([self.expand1x1(squeezed), self.expand3x3(squeezed)], 1)


def squeezenet_quarter(masks, stem, kernel, stages):
    """With a quarter of the channels. stages: of each the channels of its fire modules as (squeeze, expand)."""
    layers = [nn.Conv2d(3, stem, kernel, stride=2), nn.ReLU()]
    channels = stem
    for stage in stages:
        layers.append(nn.MaxPool2d(3, 2, ceil_mode=True))
        for squeeze, expand in stage:
            layers.append(Fire(channels, squeeze, expand))
            channels = 2 * expand
    return nn.Sequential(
        *layers,
        MaskedDropout(masks, 0, 0.5),
        nn.Conv2d(channels, 10, 1),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
    )


# ---- ResNet, DenseNet ----


class Residual(nn.Module):
    """d2l.ai, chapter 8.6: convolutions have biases, the shortcut has no norm."""

    def __init__(self, channels, out, stride):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(channels, out, 3, stride, 1),
            nn.BatchNorm2d(out),
            nn.ReLU(),
            nn.Conv2d(out, out, 3, padding=1),
            nn.BatchNorm2d(out),
        )
        projects = stride != 1 or channels != out
        self.shortcut = nn.Conv2d(channels, out, 1, stride) if projects else nn.Identity()

    def forward(self, x):
        return nn.functional.relu(self.main(x) + self.shortcut(x))


def stem(channels, out):
    return [
        nn.Conv2d(channels, out, 7, 2, 3),
        nn.BatchNorm2d(out),
        nn.ReLU(),
        nn.MaxPool2d(3, 2, 1),
    ]


def resnet(masks, channels, stages, classes):
    """stages: (blocks, channels) of each; all but the first halve the image."""
    width = stages[0][1]
    layers = stem(channels, width)
    for number, (blocks, out) in enumerate(stages):
        for i in range(blocks):
            layers.append(Residual(width, out, 2 if i == 0 and number > 0 else 1))
            width = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, classes))


def bottlenecks_quarter(masks, blocks, groups=1, width_per_group=64, is_d=False):
    """torchvision's bottlenecks, with a quarter of the channels. is_d: with the stem and the shortcuts of ResNet-D."""
    width = 16
    layers = deep_stem(width) if is_d else [nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
    layers.append(nn.MaxPool2d(3, 2, 1))
    for number, (count, channels) in enumerate(zip(blocks, (16, 32, 64, 128), strict=True)):
        out = 4 * channels
        for i in range(count):
            stride = 2 if i == 0 and number > 0 else 1
            beside = None
            if i == 0:
                averages = is_d and stride == 2
                beside = nn.Sequential(
                    *([nn.AvgPool2d(2, 2, ceil_mode=True)] if averages else []),
                    nn.Conv2d(width, out, 1, 1 if averages else stride, bias=False),
                    nn.BatchNorm2d(out),
                )
            layers.append(
                torchvision.models.resnet.Bottleneck(width, channels, stride, beside, groups, width_per_group)
            )
            width = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, 10))


def deep_stem(width):
    """He et al., 2018, figure 2b."""
    half = width // 2
    layers = []
    for channels, out, stride in ((3, half, 2), (half, half, 1), (half, width, 1)):
        layers += [nn.Conv2d(channels, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU()]
    return layers


class PreActivated(nn.Module):
    """He et al., 2016, figure 4e. is_activated: whether its input comes from a rectifier."""

    def __init__(self, channels, out, stride, is_activated):
        super().__init__()
        self.before = nn.Identity() if is_activated else nn.Sequential(nn.BatchNorm2d(channels), nn.ReLU())
        self.main = nn.Sequential(
            nn.Conv2d(channels, out, 3, stride, 1, bias=False),
            nn.BatchNorm2d(out),
            nn.ReLU(),
            nn.Conv2d(out, out, 3, padding=1, bias=False),
        )
        projects = stride != 1 or channels != out
        self.shortcut = nn.Conv2d(channels, out, 1, stride, bias=False) if projects else None

    def forward(self, x):
        activated = self.before(x)
        return self.main(activated) + (x if self.shortcut is None else self.shortcut(activated))


def resnet_pre_activated(masks):
    return nn.Sequential(
        nn.Conv2d(3, 16, 7, 2, 3, bias=False),
        nn.BatchNorm2d(16),
        nn.ReLU(),
        nn.MaxPool2d(3, 2, 1),
        PreActivated(16, 16, 1, True),
        PreActivated(16, 16, 1, False),
        PreActivated(16, 24, 2, False),
        PreActivated(24, 24, 1, False),
        nn.BatchNorm2d(24),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(24, 10),
    )


class DenseLayer(nn.Module):
    """d2l.ai, chapter 8.7: norm, rectifier, convolution; its output is joined to its input."""

    def __init__(self, channels, growth):
        super().__init__()
        self.layers = nn.Sequential(nn.BatchNorm2d(channels), nn.ReLU(), nn.Conv2d(channels, growth, 3, padding=1))

    def forward(self, x):
        return torch.cat([x, self.layers(x)], 1)


class DenseLayerWithBottleneck(nn.Module):
    """Huang et al., 2016: norm, rectifier, 1x1 convolution, norm, rectifier, 3x3 convolution."""

    def __init__(self, channels, growth, bottleneck):
        super().__init__()
        narrow = bottleneck * growth
        self.layers = nn.Sequential(
            nn.BatchNorm2d(channels),
            nn.ReLU(),
            nn.Conv2d(channels, narrow, 1, bias=False),
            nn.BatchNorm2d(narrow),
            nn.ReLU(),
            nn.Conv2d(narrow, growth, 3, padding=1, bias=False),
        )

    def forward(self, x):
        return torch.cat([x, self.layers(x)], 1)


def densenet(masks):
    """d2l.ai, chapter 8.7: four blocks of four layers, growth 32."""
    width = 64
    layers = stem(1, width)
    for block in range(4):
        for _ in range(4):
            layers.append(DenseLayer(width, 32))
            width += 32
        if block < 3:
            layers += [nn.BatchNorm2d(width), nn.ReLU(), nn.Conv2d(width, width // 2, 1), nn.AvgPool2d(2, 2)]
            width //= 2
    layers += [nn.BatchNorm2d(width), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, 10)]
    return nn.Sequential(*layers)


def torchvisions(masks, name, classes=10):
    return getattr(torchvision.models, name)(weights=None, num_classes=classes)


# ---- Networks written stage by stage: d2l.ai's exercises, a small network, and one of each stage that there is ----


def edge_detector(masks):
    return nn.Conv2d(1, 1, (1, 2), bias=False)


def rectangular_convolution(masks):
    return nn.Conv2d(1, 1, (3, 5), padding=(0, 1), stride=(3, 4))


def rectangular_pool(masks):
    return nn.MaxPool2d((2, 3), padding=(1, 1), stride=(2, 3))


def residual_block(channels, out, stride):
    """torchvision's, with a convolution and a norm beside it."""
    beside = nn.Sequential(nn.Conv2d(channels, out, 1, stride, bias=False), nn.BatchNorm2d(out))
    return torchvision.models.resnet.BasicBlock(channels, out, stride, beside)


def double_conv(channels, width):
    return nn.Sequential(*conv_norm_relu_3x3(channels, width), *conv_norm_relu_3x3(width, width))


def conv_norm_relu_3x3(channels, width):
    return nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()


class SmallUNetHalf(nn.Module):
    """SmallUNetHalfSpec."""

    def __init__(self, masks):
        super().__init__()
        self.down1, self.down2, self.down3 = double_conv(3, 4), double_conv(4, 8), double_conv(8, 16)
        self.bottom = double_conv(16, 32)
        self.up3, self.level3 = nn.ConvTranspose2d(32, 16, 2, 2), double_conv(32, 16)
        self.up2, self.level2 = nn.ConvTranspose2d(16, 8, 2, 2), double_conv(16, 8)
        self.up1, self.level1 = nn.ConvTranspose2d(8, 4, 2, 2), double_conv(8, 4)
        self.classes = nn.Conv2d(4, 4, 1)
        self.pool = nn.MaxPool2d(2)

    def forward(self, x):
        down1 = self.down1(x)
        down2 = self.down2(self.pool(down1))
        down3 = self.down3(self.pool(down2))
        x = self.up3(self.bottom(self.pool(down3)))
        x = self.up2(self.level3(torch.cat([down3, x], 1)))
        x = self.up1(self.level2(torch.cat([down2, x], 1)))
        return self.classes(self.level1(torch.cat([down1, x], 1)))


def small_cnn(masks):
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1, bias=False),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.MaxPool2d(2),
        residual_block(32, 64, 2),
        nn.Conv2d(64, 64, (5, 1), padding=(2, 0)),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        MaskedDropout(masks, 0, 0.2),
        nn.Linear(64, 10),
    )


def upsampled(masks):
    return nn.Sequential(
        nn.Conv2d(3, 12, 3, stride=2),
        nn.Tanh(),
        nn.Upsample(scale_factor=(2, 3)),
        nn.Conv2d(12, 16, 3, stride=2, padding=1),
        nn.Upsample(scale_factor=2, mode="bilinear"),
        nn.Conv2d(16, 10, 3, stride=2, padding=1),
        nn.ConvTranspose2d(10, 18, (3, 2), stride=2, output_padding=(0, 1), groups=2),
        nn.SiLU(),
        nn.Upsample(size=(7, 12), mode="bilinear", align_corners=True),
        nn.ConvTranspose2d(18, 9, 3, stride=2, padding=1, bias=False),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(9, 7),
    )


def pooled(masks):
    return nn.Sequential(
        nn.Conv2d(3, 12, 3),
        nn.Tanh(),
        nn.AvgPool2d((3, 2), stride=2, padding=1, ceil_mode=True, count_include_pad=False),
        nn.Conv2d(12, 16, 3, padding=1),
        nn.Tanh(),
        nn.AdaptiveAvgPool2d((5, 4)),
        nn.Conv2d(16, 20, 2),
        nn.AdaptiveMaxPool2d(1),
        nn.Flatten(),
        nn.Linear(20, 7),
    )


def shuffled(masks):
    return nn.Sequential(
        nn.Conv2d(3, 24, 3, stride=2),
        nn.ChannelShuffle(3),
        nn.ReLU(),
        nn.Conv2d(24, 32, 1, groups=4, bias=False),
        nn.BatchNorm2d(32),
        nn.ChannelShuffle(4),
        nn.Conv2d(32, 18, 3, groups=2),
        nn.ReLU(),
        nn.ChannelShuffle(6),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(18, 7),
    )


class Part(nn.Module):
    """One of equal parts of the channels."""

    def __init__(self, parts, part):
        super().__init__()
        self.parts, self.part = parts, part

    def forward(self, x):
        return x.chunk(self.parts, dim=1)[self.part]


def split(masks):
    return nn.Sequential(
        nn.Conv2d(3, 32, 3, stride=2),
        Part(2, 1),
        nn.ReLU(),
        nn.Conv2d(16, 24, 1, bias=False),
        nn.BatchNorm2d(24),
        Part(3, 1),
        nn.Conv2d(8, 18, 3),
        nn.ReLU(),
        Part(3, 2),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(6, 7),
    )


def squeezed(masks):
    return nn.Sequential(
        nn.Conv2d(3, 24, 3, padding=1, bias=False),
        nn.BatchNorm2d(24),
        nn.ReLU(),
        SqueezeExcitation(24, 6),
        nn.Conv2d(24, 20, 3, stride=2),
        nn.SiLU(),
        SqueezeExcitation(20, 5, activation=nn.SiLU),
        nn.Conv2d(20, 16, 1),
        SqueezeExcitation(16, 4, scale_activation=nn.Hardsigmoid),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(16, 7),
    )


def normalized(masks):
    return nn.Sequential(
        nn.Conv2d(3, 24, 3, stride=2),
        torchvision.models.convnext.LayerNorm2d(24, eps=1e-6),
        nn.SiLU(),
        nn.Conv2d(24, 32, 1),
        nn.Tanh(),
        nn.GroupNorm(4, 32),
        nn.SiLU(),
        LayerScale(32),
        MaskedStochasticDepth(masks, 0, 0.2),
        nn.Conv2d(32, 18, 3),
        nn.Hardswish(),
        nn.GroupNorm(6, 18, eps=1e-3),
        nn.Tanh(),
        torchvision.models.convnext.LayerNorm2d(18, eps=1e-5),
        nn.Tanh(),
        LayerScale(18),
        nn.Flatten(),
        MaskedStochasticDepth(masks, 1, 0.1),
        nn.Linear(432, 20),
        nn.Tanh(),
        nn.LayerNorm(20),
        nn.Linear(20, 7),
    )


def activated(masks):
    return nn.Sequential(
        nn.Conv2d(3, 12, 3, padding=1),
        nn.LeakyReLU(0.1),
        nn.MaxPool2d(2),
        nn.Conv2d(12, 18, 3, bias=False),
        nn.BatchNorm2d(18),
        nn.ReLU6(),
        nn.Conv2d(18, 16, 1),
        nn.ELU(0.7),
        nn.Conv2d(16, 20, 3, padding=1, bias=False),
        nn.BatchNorm2d(20),
        nn.GELU(),
        nn.Conv2d(20, 16, 3, groups=4),
        nn.Mish(),
        nn.Conv2d(16, 18, 1),
        nn.Hardswish(),
        nn.SiLU(),
        nn.Conv2d(18, 19, 1),
        nn.Hardsigmoid(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(19, 33),
        nn.GELU(approximate="tanh"),
        nn.Linear(33, 20),
        nn.LeakyReLU(),
        nn.Linear(20, 24),
        nn.ELU(),
        nn.Linear(24, 7),
    )


class Unit(nn.Module):
    """BranchedSpec's block Unit: a residual block whose shortcut is there where the shape changes."""

    def __init__(self, channels_in, width, channels, stride, grouped):
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, width, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, 2 * width, 3, stride=stride, padding=1, groups=2)
        self.squeezed = nn.Conv2d(2 * width, width // 2, 1) if grouped else None
        self.conv3 = nn.Conv2d(width // 2 if grouped else 2 * width, channels, 1, bias=False)
        self.norm3 = nn.BatchNorm2d(channels)
        is_kept = stride == 1 and channels_in == channels
        self.shortcut = None if is_kept else nn.Conv2d(channels_in, channels, 1, stride=stride)

    def forward(self, x):
        y = self.conv2(torch.relu(self.norm1(self.conv1(x))))
        y = nn.functional.hardswish(self.squeezed(y)) if self.squeezed else y
        return torch.relu(self.norm3(self.conv3(y)) + (self.shortcut(x) if self.shortcut else x))


class Inverted(nn.Module):
    """BranchedSpec's block Inverted."""

    def __init__(self, channels_in, channels):
        super().__init__()
        self.expand = nn.Conv2d(channels_in, 3 * channels, 1)
        self.project = nn.Conv2d(3 * channels, channels, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.is_kept = channels_in == channels

    def forward(self, x):
        y = self.norm(self.project(nn.functional.hardswish(self.expand(x))))
        return x + y if self.is_kept else y


class Branched(nn.Module):
    """BranchedSpec."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 12, 3, stride=2, bias=False), nn.BatchNorm2d(12), nn.ReLU())
        self.left = nn.Conv2d(12, 8, 3, padding=1)
        self.right = nn.Conv2d(12, 8, (1, 3), padding=(0, 1))
        self.layer = nn.Sequential(
            Unit(28, 10, 20, 2, False), Unit(20, 10, 20, 1, False), Unit(20, 10, 20, 1, False), Unit(20, 6, 20, 1, True)
        )
        self.inverted = nn.Sequential(Inverted(20, 9), Inverted(9, 9))
        self.gate = nn.Conv2d(9, 9, 1)
        self.classes = nn.Linear(9, 7)

    def forward(self, x):
        x = self.stem(x)
        right = self.right(x)
        total = torch.tanh(self.left(x)) + right
        joined = torch.cat([right, nn.functional.max_pool2d(x, 3, 1, 1), total], 1)
        x = self.inverted(self.layer(nn.functional.silu(joined)))
        gated = torch.tanh(x * torch.sigmoid(self.gate(x.mean((2, 3), keepdim=True))))
        return self.classes(gated.mean((2, 3)))


def branched(masks):
    return Branched()


def every_stage(masks):
    return nn.Sequential(
        nn.Conv2d(2, 12, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 3)),
        nn.Tanh(),
        MaskedDropout(masks, 0, 0.1),
        nn.AvgPool2d((2, 3), stride=2, padding=(1, 0), ceil_mode=True),
        nn.Conv2d(12, 18, 3, padding=2, dilation=2, groups=6, bias=False),
        nn.BatchNorm2d(18, eps=1e-3, momentum=0.2),
        nn.Sigmoid(),
        nn.LocalResponseNorm(3, alpha=0.5, beta=0.75, k=1),
        Inception(conv_norm_relu, 18, 4, (5, 6), (3, 4), 2),
        DenseLayerWithBottleneck(16, 5, 2),
        DenseLayerWithBottleneck(21, 5, 2),
        torchvision.models.resnet.Bottleneck(
            26, 6, 2, nn.Sequential(nn.Conv2d(26, 24, 1, 2, bias=False), nn.BatchNorm2d(24))
        ),
        nn.MaxPool2d(3, 2, ceil_mode=True),
        nn.Flatten(),
        nn.Linear(144, 20, bias=False),
        BiasedBatchNorm(20),
        nn.ReLU(),
        nn.Linear(20, 7),
    )
