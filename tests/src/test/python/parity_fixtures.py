"""Makes the fixtures of ParityTest and InitialValuesTest: what PyTorch computes for Netwright's networks.

    python3 src/test/python/parity_fixtures.py [--into FOLDER] [--seek COUNT] [NETWORK ...]

FOLDER is by default the module's src/test/resources/parity, and all networks are computed if none is named. Needs
PyTorch (made with 1.13), torchvision (0.14) and numpy. --seek prints how steady the next COUNT seeds are, and writes nothing.

First values, images, labels, dropout masks, running statistics and optimizer states come from counter_random.py, which
is bit for bit the Java generator, so a fixture holds PyTorch's results alone: those in float64, and how far its float32
results spread around them. README.md beside this file says what each entry means.
"""

import argparse
import collections
import contextlib
import dataclasses
import functools
import json
import math
import os
import pathlib
import subprocess
import sys
from typing import Callable

import numpy as np
import torch
from torch import nn

import torch_networks as networks
from counter_random import CounterRandom
from first_values import initialize

TARGET = pathlib.Path(__file__).parents[1] / "resources/parity"

TAIL_STEP = 5
# Streams past those that RandomStream hands out; their step is the number of the batch for the first two, else 0.
IMAGES_STREAM, TARGETS_STREAM, SIGNS_STREAM = 2_000_000, 2_000_001, 2_000_002
STATISTICS_STREAM, STATES_STREAM = 3_000_000, 4_000_000
INITIAL_VALUES_SEED = 20140904
# Half a unit in the last place: what rounding a number to float32 changes of it at most.
ROUNDING = 2.0**-24
# A decision is steady if its two sides differ by so many times what float32 changes of them.
STEADY = 6
# float32 as it runs here, and limited to AVX2: variables that libraries read when they are loaded.
LIMITS = {
    "native": {},
    "AVX2": {"ONEDNN_MAX_CPU_ISA": "AVX2", "DNNL_MAX_CPU_ISA": "AVX2", "ATEN_CPU_CAPABILITY": "avx2"},
}
JITTERS = 2
# Where the derivatives of PyTorch's functions jump.
# nn.ReLU6 calls hardtanh.
BENDS = {"relu": (0,), "leaky_relu": (0,), "elu": (0,), "relu6": (0, 6), "hardtanh": (0, 6), "hardsigmoid": (-3, 3), "hardswish": (-3, 3)}
# A gradient this small beside the largest of its layer is zero but for the roundings of float64.
ZERO = 1e-9
DIGITS = 8  # a tenth of float32's unit


@dataclasses.dataclass(frozen=True)
class Network:
    """build: the module, from its masks; shape: of an image; heads: weights of the auxiliary losses."""

    build: Callable
    shape: tuple
    seed: int
    initializer: str = "XAVIER_UNIFORM"
    batch: int = 8
    tail: int = 5
    classes: int = 10
    error_factor: float = 0  # of the squared error; 0 for cross-entropy
    heads: tuple = ()
    norm_bias: float = 1  # lowest first bias of a norm
    cancelled: tuple = ()  # parameters whose gradients nearly cancel
    is_large: bool = False
    is_deep: bool = False  # and has hundreds of tensors
    is_brief: bool = False  # fewer numbers of each tensor

    @property
    def numbers(self):
        """What Summaries keeps of a tensor: (projections, size from which on it is projected)."""
        return (8, 9) if self.is_deep else (16, 17) if self.is_large or self.is_brief else (64, 1000)


def after(module, **settings):
    return functools.partial(getattr(networks, module), **settings)


def small_vgg(shape, seed, blocks, hidden=((96, 0.5), (80, 0.5)), place="AFTER_ACTIVATION", has_batch_norm=False):
    """A configuration of Simonyan and Zisserman, 2014, with a sixteenth of the channels and 32 features."""
    channels = shape[0]
    build = after(
        "vgg",
        channels=channels,
        features=32,
        blocks=blocks,
        hidden=hidden,
        place=place,
        has_batch_norm=has_batch_norm,
    )
    return Network(build, shape, seed, "HE_NORMAL", is_large=True)


# All that read the stem of a DenseNet are norms, which take its own norm's scale and offset away again: what rectifiers
# leave of their gradients is a hundredth of its parts.
DENSENETS_STEM = ("1.weight", "1.bias")
TORCHVISION_DENSENETS_STEM = ("features.norm0.weight", "features.norm0.bias")


def torchvisions(name, shape, seed, **settings):
    return Network(
        after("torchvisions", name=name),
        shape,
        seed,
        "PYTORCH",
        batch=4,
        tail=3,
        is_large=True,
        **settings,
    )


def bottlenecks(seed, blocks, norm_bias=1, **settings):
    """A ResNet of bottlenecks with a quarter of the channels."""
    build = after("bottlenecks_quarter", blocks=blocks, **settings)
    return Network(
        build, (3, 33, 37), seed, "PYTORCH", norm_bias=norm_bias, batch=4, tail=3, is_large=True, is_deep=True
    )


def squeezenet(seed, stem, kernel, stages):
    """With a quarter of the channels. stages: of each the channels of its fire modules as (squeeze, expand)."""
    build = after("squeezenet_quarter", stem=stem, kernel=kernel, stages=stages)
    return Network(build, (3, 35, 39), seed, "HE_NORMAL", batch=2, tail=1, is_brief=True)


def convnext(seed, blocks, channels, rate):
    build = after("convnext", blocks=blocks, channels=channels, rate=rate)
    return Network(build, (3, 64, 71), seed, "PYTORCH", batch=4, tail=3, is_large=True, is_deep=True)


def regnet(seed, depth, w_0, w_a, w_m, se_ratio):
    return Network(
        after("regnet", depth=depth, w_0=w_0, w_a=w_a, w_m=w_m, group_width=8, se_ratio=se_ratio),
        (3, 67, 99),
        seed,
        "PYTORCH",
        norm_bias=2,
        batch=4,
        tail=3,
        is_large=True,
        is_deep=True,
    )


BIASED_NORM = functools.partial(networks.BiasedBatchNorm, eps=1e-2, momentum=0.3)

# The seeds are ones that require_steadiness() accepts.
NETWORKS = {
    "lenet-28": Network(after("lenet", pad=2, pool=nn.AvgPool2d), (1, 28, 28), 3, is_brief=True),
    "lenet-32": Network(after("lenet", pad=0, pool=nn.MaxPool2d), (1, 32, 32), 1, "PYTORCH"),
    "lenet-norm": Network(networks.lenet_norm, (1, 28, 28), 4, norm_bias=-0.5),
    "lenet-norm-biased": Network(
        after("lenet_norm", of_channels=BIASED_NORM, of_units=BIASED_NORM),
        (1, 28, 28),
        1,
        "PYTORCH",
        norm_bias=-0.5,
    ),
    "alexnet": Network(
        after("alexnet", pad=1, features=512, hidden=[(256, 0.5), (192, 0.5)], place="AFTER_ACTIVATION"),
        (1, 99, 67),
        2,
        batch=4,
        tail=3,
        is_brief=True,
    ),
    "alexnet-dropout-first": Network(
        after("alexnet", pad=0, features=512, hidden=[(256, 0.2), (192, 0.5)], place="BEFORE_ACTIVATION"),
        (1, 99, 67),
        2,
        "PYTORCH",
        batch=4,
        tail=3,
        is_brief=True,
    ),
    "vgg-11-eighth": Network(networks.vgg_11_eighth, (1, 64, 64), 1, "PYTORCH"),
    "vgg-lrn-pointwise": Network(
        after("vgg_pointwise", norm=nn.LocalResponseNorm(3, alpha=2, beta=0.75, k=1), place="BEFORE_ACTIVATION"),
        (3, 32, 32),
        16,
    ),
    "vgg-lrn-dropout-first": Network(
        after("vgg_pointwise", norm=nn.LocalResponseNorm(5, alpha=1, beta=0.5, k=2), place="BEFORE_LINEAR"),
        (3, 32, 32),
        5,
        "HE_NORMAL",
    ),
    "vgg-11-dropout-first": small_vgg(
        (1, 33, 47), 2, networks.vgg_blocks(1, 1, 2, 2, 2), ((96, 0.3), (80, 0.5)), "BEFORE_ACTIVATION"
    ),
    "vgg-11-lrn": small_vgg(
        (3, 33, 47), 2, networks.vgg_blocks(1, 1, 2, 2, 2, norm=nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2))
    ),
    "vgg-11-batch-norm": small_vgg((3, 33, 47), 2, networks.vgg_blocks(1, 1, 2, 2, 2), has_batch_norm=True),
    "vgg-13": small_vgg((3, 33, 47), 4, networks.vgg_blocks(2, 2, 2, 2, 2)),
    "vgg-16-dropout-before-linear": small_vgg(
        (3, 33, 47), 4, networks.vgg_blocks(2, 2, 3, 3, 3), place="BEFORE_LINEAR"
    ),
    "vgg-16-pointwise": small_vgg((3, 33, 47), 1, networks.vgg_blocks(2, 2, 2, 2, 2, pointwise=(0, 0, 1, 1, 1))),
    "vgg-19": small_vgg((3, 33, 47), 4, networks.vgg_blocks(2, 2, 4, 4, 4)),
    "vgg-16": Network(
        after("vgg_16", divisor=1, features=512, hidden=[(256, 0.5), (192, 0.5)], classes=1000),
        (3, 32, 33),
        10,
        "HE_NORMAL",
        batch=2,
        tail=1,
        classes=1000,
        is_large=True,
    ),
    "vgg-16-batch-norm": small_vgg((3, 33, 47), 1, networks.vgg_blocks(2, 2, 3, 3, 3), has_batch_norm=True),
    "vgg-16-half-squared-error": Network(
        after("vgg_16", divisor=4, features=256, hidden=[(256, 0.5), (192, 0.5)], classes=100),
        (3, 33, 66),
        2,
        "TENSORFLOW",
        batch=4,
        tail=3,
        classes=100,
        error_factor=0.5,
        is_large=True,
    ),
    "nin": Network(networks.nin, (1, 67, 71), 3, batch=2, tail=1, is_brief=True),
    "nin-cifar": Network(
        networks.nin_cifar,
        (3, 32, 32),
        21,
        batch=2,
        tail=1,
        is_brief=True,
    ),
    "googlenet": Network(
        after("googlenet", first_pool=nn.MaxPool2d(3, 2, 1)),
        (1, 33, 41),
        1,
        batch=2,
        tail=1,
        is_large=True,
    ),
    "googlenet-first-pool-2": Network(
        after("googlenet", first_pool=nn.MaxPool2d(2)), (1, 33, 44), 2, batch=2, tail=1, is_large=True
    ),
    "googlenet-heads-eighth": Network(
        networks.GoogLeNetWithHeads,
        (3, 85, 130),
        27,
        "PYTORCH",
        norm_bias=2,
        batch=4,
        tail=3,
        heads=(0.3, 0.3),
        is_large=True,
        is_deep=True,
    ),
    "torchvision-googlenet-eighth": Network(
        after("GoogLeNetWithHeads", is_torchvisions=True),
        (3, 85, 130),
        25,
        "PYTORCH",
        norm_bias=4,
        batch=3,
        tail=2,
        heads=(0.3, 0.3),
        is_large=True,
        is_deep=True,
    ),
    "inception-v3-narrow": Network(
        networks.inception_v3_narrow,
        (3, 299, 347),
        2,
        "PYTORCH",
        norm_bias=4,
        batch=3,
        tail=2,
        heads=(0.4,),
        is_large=True,
        is_deep=True,
    ),
    "convnext-tiny-eighth": convnext(1, (3, 3, 9, 3), 12, 0.1),
    "convnext-small-sixteenth": convnext(1, (3, 3, 27, 3), 6, 0.4),
    "regnet-x-400mf-narrow": regnet(2, 22, 8, 8.16, 2.54, None),
    "regnet-x-1600mf-narrow": regnet(1, 18, 16, 6.802, 2.25, None),
    "regnet-y-400mf-narrow": regnet(1, 16, 16, 9.297, 2.09, 0.25),
    "regnet-y-1600mf-narrow": regnet(2, 27, 8, 3.452, 2.65, 0.25),
    "shufflenet-v2-quarter": Network(
        networks.shufflenet_v2_quarter, (3, 67, 99), 1, "PYTORCH", norm_bias=2, batch=4, tail=3, is_large=True, is_deep=True
    ),
    "mobilenet-v3-small-eighth": Network(
        after("mobilenet_v3", variant="small", width=0.125),
        (3, 67, 99),
        2,
        "PYTORCH",
        norm_bias=2,
        batch=4,
        tail=3,
        is_large=True,
        is_deep=True,
    ),
    "mobilenet-v3-large-quarter": Network(
        after("mobilenet_v3", variant="large", width=0.25),
        (3, 35, 51),
        3,
        "PYTORCH",
        norm_bias=2,
        batch=4,
        tail=3,
        is_large=True,
        is_deep=True,
    ),
    "mobilenet-v3-small-at-32": Network(
        networks.mobilenet_v3_small_at_32,
        (1, 32, 32),
        37,
        "PYTORCH",
        norm_bias=3,
        batch=2,
        tail=1,
        is_large=True,
        is_deep=True,
    ),
    "efficientnet-b0-eighth": Network(
        after("efficientnet_eighth", width=1.0, depth=1.0, dropout=0.2),
        (3, 67, 99),
        1,
        "PYTORCH",
        batch=4,
        tail=3,
        is_large=True,
        is_deep=True,
    ),
    "efficientnet-b1-eighth": Network(
        after("efficientnet_eighth", width=1.0, depth=1.1, dropout=0.2),
        (3, 67, 99),
        1,
        "PYTORCH",
        batch=4,
        tail=3,
        is_large=True,
        is_deep=True,
    ),
    "efficientnet-b3-eighth": Network(
        after("efficientnet_eighth", width=1.2, depth=1.4, dropout=0.3),
        (3, 67, 99),
        1,
        "PYTORCH",
        batch=4,
        tail=3,
        is_large=True,
        is_deep=True,
    ),
    "efficientnet-v2-s-eighth": Network(
        networks.efficientnet_v2_s_eighth, (3, 67, 99), 1, "PYTORCH", batch=4, tail=3, is_large=True, is_deep=True
    ),
    "mobilenet-v2-eighth": Network(
        networks.mobilenet_v2_eighth, (3, 67, 99), 1, "PYTORCH", norm_bias=2, batch=4, tail=3, is_large=True, is_deep=True
    ),
    "mnasnet-eighth": Network(
        networks.mnasnet_eighth, (3, 67, 99), 1, "PYTORCH", norm_bias=2, batch=4, tail=3, is_large=True, is_deep=True
    ),
    "squeezenet-1-0-quarter": squeezenet(
        1, 24, 7, [[(4, 16), (4, 16), (8, 32)], [(8, 32), (12, 48), (12, 48), (16, 64)], [(16, 64)]]
    ),
    "squeezenet-1-1-quarter": squeezenet(
        1, 16, 3, [[(4, 16)] * 2, [(8, 32)] * 2, [(12, 48), (12, 48), (16, 64), (16, 64)]]
    ),
    "resnet-18": Network(
        after("resnet", channels=1, stages=[(2, 64), (2, 128), (2, 256), (2, 512)], classes=10),
        (1, 33, 41),
        3,
        "PYTORCH",
        batch=4,
        tail=3,
        is_large=True,
    ),
    "resnet-wide-eighth": Network(
        after("resnet", channels=3, stages=[(2, 8), (2, 32), (2, 64), (3, 256)], classes=176),
        (3, 41, 33),
        2,
        "PYTORCH",
        batch=4,
        tail=3,
        classes=176,
        is_large=True,
    ),
    "torchvision-resnet-18": torchvisions("resnet18", (3, 35, 41), 2),
    "resnet-18-at-32": Network(networks.resnet_18_at_32, (1, 32, 32), 1, "PYTORCH", batch=4, tail=3, is_large=True),
    "torchvision-resnet-34": torchvisions("resnet34", (3, 39, 33), 2, is_deep=True),
    "torchvision-resnet-50": torchvisions("resnet50", (3, 41, 35), 2, norm_bias=2, is_deep=True),
    "resnet-101-quarter": bottlenecks(8, (3, 4, 23, 3)),
    "resnext-50-quarter": bottlenecks(2, (3, 4, 6, 3), norm_bias=2, groups=32, width_per_group=4),
    "wide-resnet-50-quarter": bottlenecks(1, (3, 4, 6, 3), norm_bias=2, width_per_group=128),
    "resnet-50-d-quarter": bottlenecks(1, (3, 4, 6, 3), norm_bias=2, is_d=True),
    "resnet-pre-activated": Network(
        networks.resnet_pre_activated, (3, 33, 37), 1, "PYTORCH", batch=4, tail=3, is_brief=True
    ),
    "densenet": Network(
        networks.densenet,
        (1, 70, 66),
        4,
        "PYTORCH",
        batch=4,
        tail=3,
        cancelled=DENSENETS_STEM,
        is_large=True,
    ),
    "torchvision-densenet-121": torchvisions(
        "densenet121", (3, 64, 66), 2, norm_bias=3, cancelled=TORCHVISION_DENSENETS_STEM, is_deep=True
    ),
    "torchvision-densenet-169": torchvisions(
        "densenet169", (3, 64, 66), 2, norm_bias=3, cancelled=TORCHVISION_DENSENETS_STEM, is_deep=True
    ),
    "edge-detector": Network(networks.edge_detector, (1, 6, 8), 1, error_factor=1),
    "rectangular-convolution": Network(networks.rectangular_convolution, (1, 8, 8), 1, error_factor=1),
    "rectangular-pool": Network(networks.rectangular_pool, (1, 4, 4), 1, error_factor=1),
    "small-cnn": Network(networks.small_cnn, (1, 28, 28), 1, "PYTORCH", is_brief=True),
    "small-unet-half": Network(networks.SmallUNetHalf, (3, 16, 24), 1, batch=2, tail=1, classes=4, is_brief=True),
    "every-stage": Network(networks.every_stage, (2, 33, 26), 3, "PYTORCH", classes=7, is_brief=True),
    "split": Network(networks.split, (3, 17, 14), 1, "PYTORCH", classes=7, is_brief=True),
    "squeezed": Network(networks.squeezed, (3, 34, 33), 1, "PYTORCH", classes=7, is_brief=True),
    "normalized": Network(networks.normalized, (3, 17, 14), 3, "PYTORCH", classes=7, is_brief=True),
    "shuffled": Network(networks.shuffled, (3, 17, 14), 3, "PYTORCH", classes=7, is_brief=True),
    "activated": Network(networks.activated, (3, 15, 13), 1, "PYTORCH", classes=7, is_brief=True),
    "upsampled": Network(networks.upsampled, (3, 9, 7), 1, classes=7, is_brief=True),
    "branched": Network(networks.branched, (3, 19, 17), 3, "PYTORCH", classes=7, is_brief=True),
    "pooled": Network(networks.pooled, (3, 19, 14), 1, "PYTORCH", classes=7, is_brief=True),
}
OPTIMIZERS_NETWORK = "lenet-28"


# ---- Results ----


class Experiment:
    """One network at its first values, in which some are a unit in the last place off if there is a generator for that."""

    def __init__(self, network, dtype=torch.float32, jitter=None):
        self.network = network
        self.dtype = dtype
        self.random = CounterRandom(network.seed)
        self.masks = networks.Masks(self.random)
        self.model = network.build(self.masks)
        start = first_values(network)
        with torch.no_grad():
            for parameter_name, tensor in self.model.named_parameters():
                tensor.copy_(start[parameter_name])
                if jitter is not None:
                    noise = 2 * torch.rand(tensor.shape, generator=jitter, dtype=torch.float64) - 1
                    tensor.copy_(tensor.double() * (1 + 2 * ROUNDING * noise))
        self.model.to(dtype)

    def images(self, step, size):
        shape = size, *self.network.shape
        values = self.random.uniform(IMAGES_STREAM, step, math.prod(shape))
        return torch.from_numpy(values).reshape(shape).to(self.dtype)

    def loss(self, output, step):
        shape = (len(output), *output.shape[2:]) if self.network.error_factor == 0 else output.shape
        count = math.prod(shape)
        targets = torch.from_numpy(self.random.uniform(TARGETS_STREAM, step, count).astype(np.float64))
        if self.network.error_factor == 0:
            return nn.functional.cross_entropy(output, (targets * self.network.classes).long().reshape(shape))
        return self.network.error_factor * ((output - targets.to(self.dtype).reshape(shape)) ** 2).sum()

    def logits(self):
        """Of batch 0, in inference mode."""
        self.draw_statistics()
        self.model.eval()
        with torch.no_grad():
            return self.model(self.images(0, self.network.batch))

    def backward(self, step, size):
        """One batch's loss, gradients, and the running statistics behind it."""
        self.draw_statistics()
        self.model.train()
        self.masks.step = step
        self.model.zero_grad()
        output = self.model(self.images(step, size))
        main, *heads = output if self.network.heads else [output]
        loss = self.loss(main, step)
        for weight, head in zip(self.network.heads, heads, strict=True):
            loss = loss + weight * self.loss(head, step)
        if loss.requires_grad:
            loss.backward()
        gradients = {name: tensor.grad.clone() for name, tensor in self.model.named_parameters()}
        statistics = {name: tensor.clone() for name, tensor in self.statistics()}
        return {"step": step, "batch": size, "loss": loss.item(), "gradients": gradients, "statistics": statistics}

    def draw_statistics(self):
        """Means within 0.25 of 0, variances within 0.5 of 1."""
        for position, (name, tensor) in enumerate(self.statistics()):
            unit = self.random.uniform(STATISTICS_STREAM + position, 0, tensor.numel())
            is_mean = name.endswith("running_mean")
            drawn = unit * np.float32(0.5) - np.float32(0.25) if is_mean else unit + np.float32(0.5)
            tensor.copy_(torch.from_numpy(drawn))

    def statistics(self):
        return [entry for entry in self.model.named_buffers() if not entry[0].endswith("num_batches_tracked")]

    def update(self, optimizer_of, settings, iteration):
        """What one step of an optimizer changes, from a state that was drawn; the gradients are those of before."""
        parameters = dict(self.model.named_parameters())
        start = {name: tensor.detach().clone() for name, tensor in parameters.items()}
        optimizer, kinds = optimizer_of(parameters.values(), settings)
        scales = scales_of_states(self.network)
        for position, (name, tensor) in enumerate(parameters.items()):
            for part, kind in enumerate(kinds):
                unit = self.random.uniform(STATES_STREAM + 2 * position + part, 0, tensor.numel())
                drawn = (
                    (unit + np.float32(0.5)) * np.float32(scales[name] ** 2)
                    if kind == "exp_avg_sq"
                    else (unit * np.float32(2) - np.float32(1)) * np.float32(scales[name])
                )
                optimizer.state[tensor][kind] = torch.from_numpy(drawn).reshape(tensor.shape).to(self.dtype)
            if "exp_avg" in kinds:
                optimizer.state[tensor]["step"] = torch.tensor(float(iteration))
        optimizer.step()
        changes = {name: tensor.detach().double() - start[name].double() for name, tensor in parameters.items()}
        states = {kind: {name: optimizer.state[tensor][kind].clone() for name, tensor in parameters.items()} for kind in kinds}
        with torch.no_grad():
            for name, tensor in parameters.items():
                tensor.copy_(start[name])
        return changes, states


@functools.lru_cache(maxsize=1)
def first_values(network):
    random = CounterRandom(network.seed)
    model = network.build(networks.Masks(random))

    def of_norm(unit, is_weight):
        """Other than 1 and 0, so that a norm's weight and bias count; with biases above 0 few rectifiers are near 0."""
        return unit + np.float32(0.5 if is_weight else network.norm_bias)

    initialize(model, network.initializer, random, of_norm)
    return {name: tensor.detach() for name, tensor in model.named_parameters()}


def sgd(parameters, settings, nesterov=False):
    momentum = settings.get("momentum", 0)
    kinds = ["momentum_buffer"] if momentum else []
    return torch.optim.SGD(parameters, lr=settings["learningRate"], momentum=momentum, nesterov=nesterov), kinds


nesterov = functools.partial(sgd, nesterov=True)


def adam(parameters, settings):
    optimizer = torch.optim.Adam(parameters, lr=settings["learningRate"], eps=settings["epsilon"])
    return optimizer, ["exp_avg", "exp_avg_sq"]


def adam_w(parameters, settings):
    decay = settings["weightDecay"]
    optimizer = torch.optim.AdamW(parameters, lr=settings["learningRate"], weight_decay=decay, eps=settings["epsilon"])
    return optimizer, ["exp_avg", "exp_avg_sq"]


# Each is made once, from the same values: rates may be large, so that a change is large beside the rounding of what it changes.
SGD, ADAM = {"learningRate": 3.0}, {"learningRate": 0.05, "epsilon": 1e-8}
OPTIMIZERS = {
    "sgd": (sgd, SGD),
    "momentum": (sgd, {**SGD, "momentum": 0.9}),
    "nesterov": (nesterov, {**SGD, "momentum": 0.9}),
    "adam": (adam, ADAM),
    "adamW": (adam_w, {**ADAM, "weightDecay": 0.5}),
    # As large as the gradients: then it matters where the formula has it.
    "adamLargeEpsilon": (adam, {**ADAM, "epsilon": 0.01}),
}


def planned_updates(network):
    """(optimizer, iteration): Adam's correction of its averages follows the iteration."""
    if network == NETWORKS[OPTIMIZERS_NETWORK]:
        return [(name, iteration) for name in OPTIMIZERS for iteration in (0, 1, 99)]
    return [("sgd", 0), ("adam", 4)]


def results(network, **how):
    """Everything that a fixture keeps, as tensors."""
    experiment = Experiment(network, **how)
    found = {
        "logits": experiment.logits(),
        "tail": experiment.backward(TAIL_STEP, network.tail),
        "first": experiment.backward(0, network.batch),
        "updates": [],
    }
    if not found["first"]["gradients"]:
        return found
    zeros = scales_of_zeros(network)
    for name, iteration in planned_updates(network):
        optimizer_of, settings = OPTIMIZERS[name]
        changes, states = experiment.update(optimizer_of, settings, iteration)
        if not states:
            # Nothing but such a gradient, which is compared already.
            changes = {parameter: change for parameter, change in changes.items() if parameter not in zeros}
        entry = {"optimizer": name, "iteration": iteration, **settings, "changes": changes}
        entry["states"] = states if network == NETWORKS[OPTIMIZERS_NETWORK] else {}
        found["updates"].append(entry)
    return found


def initial_values():
    tensors = {}
    for initializer in ("PYTORCH", "XAVIER_UNIFORM", "HE_NORMAL", "TENSORFLOW"):
        model = networks.lenet(None, 2, nn.AvgPool2d)
        initialize(model, initializer, CounterRandom(INITIAL_VALUES_SEED))
        tensors[initializer] = {name: tensor.detach() for name, tensor in model.named_parameters()}
    return {"seed": INITIAL_VALUES_SEED, "tensors": tensors}


# ---- Gradients that are zero by construction ----


@functools.lru_cache(maxsize=1)
def exact_gradients(network):
    """Of the first batch and of the tail."""
    experiment = Experiment(network, torch.float64)
    batches = (0, network.batch), (TAIL_STEP, network.tail)
    return [experiment.backward(step, size)["gradients"] for step, size in batches]


@functools.lru_cache(maxsize=1)
def scales_of_zeros(network):
    """By name of a gradient that is zero, or nearly so by the network's own word, the norm of its layer's largest one.

    A layer is a weight of several dimensions and what follows it; a bias before a norm changes nothing, for example.
    Where rectifiers let everything pass, a gradient may be zero in one batch alone.
    """
    scales = {}
    for gradients in exact_gradients(network):
        layer = []
        for parameter_name, gradient in gradients.items():
            if gradient.dim() > 1:
                layer = []
            layer.append((parameter_name, gradient.norm().item()))
            largest = max(norm for _, norm in layer)
            for member, norm in layer:
                if norm < ZERO * largest or member in network.cancelled:
                    scales[member] = largest
    return scales


@functools.lru_cache(maxsize=1)
def scales_of_states(network):
    """By name of a parameter, the power of two below the root mean square of its gradient: how large its states are."""
    zeros = scales_of_zeros(network)
    return {
        name: 2.0 ** math.floor(math.log2(zeros.get(name, gradient.norm().item()) / math.sqrt(gradient.numel())))
        for name, gradient in exact_gradients(network)[0].items()
    }


# ---- What float32 spreads ----


def float32s(jitters):
    """Settings under which float32 sums in another order: (description, threads, whether with oneDNN, jitter's seed)."""
    for threads in (1, 2):
        for with_onednn in (True, False):
            yield threads, with_onednn, None
    for seed in range(jitters):
        yield 1, True, seed


@contextlib.contextmanager
def computing(threads, with_onednn):
    torch.set_num_threads(threads)
    try:
        with torch.backends.mkldnn.flags(enabled=with_onednn):
            yield
    finally:
        torch.set_num_threads(1)


def measure(network):
    """(float64's results, largest errors of float32's by quantity, how steady float64's decisions are) in this process."""
    summaries = Summaries.of_network(network)
    zeros = scales_of_zeros(network)
    exact_decisions = Decisions()
    with exact_decisions.watched():
        exact = results(network, dtype=torch.float64)
    expected = dict(quantities(exact, summaries))
    spreads = collections.defaultdict(float)
    for threads, with_onednn, seed in float32s(JITTERS):
        decisions = Decisions()
        jitter = None if seed is None else torch.Generator().manual_seed(seed)
        with computing(threads, with_onednn), decisions.watched():
            found = results(network, jitter=jitter)
        exact_decisions.disturb(decisions)
        for path, quantity in quantities(found, summaries):
            spreads[path] = max(spreads[path], summaries.error(quantity, expected[path], zeros_scale(path, zeros)))
    return exact, dict(spreads), exact_decisions.steadiness()


def quantities(value, summaries, path=""):
    """(path, number or norm and numbers) of all that is compared."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from quantities(entry, summaries, f"{path}/{key}")
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from quantities(entry, summaries, f"{path}/{position}")
    elif isinstance(value, torch.Tensor):
        yield path, (*summaries.of(value), value.numel())
    elif path.endswith("/loss"):
        yield path, value


def zeros_scale(path, zeros):
    """The norm that a gradient's error is compared with, if that isn't its own."""
    parts = path.split("/")
    return zeros.get(parts[-1]) if len(parts) > 2 and parts[-2] == "gradients" else None


def measured_under(limit, name):
    """(errors, steadiness) of a process of its own under some limit."""
    with_limit = {**os.environ, **LIMITS[limit]}
    command = [sys.executable, __file__, "--measure", name]
    run = subprocess.run(command, env=with_limit, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(run.stdout)
    return found["spreads"], found["steadiness"]


# ---- Decisions ----


class Decisions:
    """What functions that bend and max-pools of a training step were given, and how far from another decision float64 is.

    Where two values of a max-pool's window, or a rectifier's input and the place of its bend, differ by less than float32 rounds, another
    order of summation sends a gradient elsewhere. A decision that no gradient passes counts for nothing, nor do two
    values of a window that are equal: they are zeros, or the same number that an earlier pool handed on twice.
    """

    def __init__(self):
        self.made = []

    @contextlib.contextmanager
    def watched(self):
        functional = nn.functional
        max_pool, adaptive_max_pool = functional.max_pool2d, functional.adaptive_max_pool2d
        bending = {name: getattr(functional, name) for name in BENDS}

        def watched(name):
            def function(x, *arguments, **named):
                before = x.detach().clone()
                return self.note(Decision(before, None, BENDS[name]), bending[name](x, *arguments, **named))

            return function

        def watched_max_pool(x, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
            out = max_pool(x, kernel_size, stride, padding, dilation, ceil_mode, return_indices)
            window = [nn.modules.utils._pair(side) for side in (kernel_size, stride or kernel_size, padding)]
            return self.note(Decision(x.detach().clone(), window), out)

        def watched_global_max_pool(x, output_size, return_indices=False):
            """The only adaptive maximum that Netwright has: to one pixel."""
            if output_size != 1:
                raise ValueError(f"the windows of a maximum of {output_size} aren't known here")
            out = adaptive_max_pool(x, output_size, return_indices)
            return self.note(Decision(x.detach().clone(), [x.shape[2:], (1, 1), (0, 0)]), out)

        functional.max_pool2d, functional.adaptive_max_pool2d = watched_max_pool, watched_global_max_pool
        for name in BENDS:
            setattr(functional, name, watched(name))
        try:
            yield
        finally:
            functional.max_pool2d, functional.adaptive_max_pool2d = max_pool, adaptive_max_pool
            for name, function in bending.items():
                setattr(functional, name, function)

    def note(self, decision, out):
        if out.requires_grad:
            out.register_hook(decision.set_gradient)
            self.made.append(decision)
        return out

    def disturb(self, other):
        for own, others in zip(self.made, other.made, strict=True):
            own.disturbance = max(own.disturbance, (others.x.double() - own.x).square().mean().sqrt().item())

    def steadiness(self):
        """The least distance of any decision from another one, in units of what float32 changes of it."""
        return min((decision.distance() / max(decision.disturbance, 1e-30) for decision in self.made), default=math.inf)


class Decision:
    """Of a max-pool by its window, or of a function by the places of its bends."""

    def __init__(self, x, window, bends=()):
        self.x, self.window, self.bends = x, window, bends
        self.gradient, self.disturbance = None, 0.0

    def set_gradient(self, gradient):
        self.gradient = gradient.detach()

    def distance(self):
        if self.gradient is None:
            return math.inf
        gaps = self.from_bends() if self.window is None else self.gaps() / math.sqrt(2)
        counting = gaps[(self.gradient != 0) & (gaps > 0)]
        return counting.min().item() if counting.numel() else math.inf

    def from_bends(self):
        return torch.stack([(self.x - bend).abs() for bend in self.bends]).amin(0)

    def gaps(self):
        """Between the largest and the second largest of each window."""
        (rows, columns), (down, right), (top, left) = self.window
        height, width = self.gradient.shape[2:]
        needed = (height - 1) * down + rows, (width - 1) * right + columns
        below = max(0, needed[0] - self.x.shape[2] - top)
        beside = max(0, needed[1] - self.x.shape[3] - left)
        padded = nn.functional.pad(self.x, (left, beside, top, below), value=-math.inf)
        windows = padded.unfold(2, rows, down).unfold(3, columns, right)[:, :, :height, :width]
        largest = windows.flatten(4).topk(2, dim=4).values
        return largest[..., 0] - largest[..., 1]


def require_steadiness(name, steadiness):
    if steadiness < STEADY:
        raise Unsteady(f"{name}: a decision lies within {steadiness:.1f} times what float32 changes of it; take another seed")


class Unsteady(Exception):
    pass


def seek(name, count):
    """Prints how steady seeds are, from the network's own on; only the limits of this process are looked at."""
    for seed in range(NETWORKS[name].seed, NETWORKS[name].seed + count):
        network = dataclasses.replace(NETWORKS[name], seed=seed)
        exact, others = Decisions(), [Decisions(), Decisions()]
        for batch, step in ((network.batch, 0), (network.tail, TAIL_STEP)):
            with exact.watched():
                Experiment(network, torch.float64).backward(step, batch)
            for decisions, with_onednn in zip(others, (True, False), strict=True):
                with computing(1, with_onednn), decisions.watched():
                    Experiment(network).backward(step, batch)
        for decisions in others:
            exact.disturb(decisions)
        print(f"{name} seed {seed}: {exact.steadiness():.2f}", flush=True)
        if exact.steadiness() > STEADY:
            return


# ---- Writing ----


class Summaries:
    """Norm and numbers of tensors; signs are + where the uniform number of stream SIGNS_STREAM + j is below 0.5."""

    def __init__(self, seed, projections=64, projected_from=1000):
        self.random = CounterRandom(seed)
        self.projections, self.projected_from = projections, projected_from
        self.rows = np.empty((projections, 0))

    @classmethod
    def of_network(cls, network):
        return cls(network.seed, *network.numbers)

    def of(self, tensor):
        values = tensor.numpy().reshape(-1).astype(np.float64)
        is_whole = len(values) < self.projected_from
        return np.linalg.norm(values), values if is_whole else self.signs(len(values)) @ values

    def signs(self, size):
        if size > self.rows.shape[1]:
            uniform = [self.random.uniform(SIGNS_STREAM + j, 0, size) for j in range(self.projections)]
            self.rows = np.stack([np.where(row < 0.5, 1.0, -1.0) for row in uniform])
        return self.rows[:, :size]

    def error(self, found, expected, of_layer=None):
        """Of a number, or of a tensor: the measure of Java's Comparison."""
        if isinstance(found, float):
            return abs(found - expected) / expected
        (norm, numbers, size), (expected_norm, expected_numbers, _) = found, expected
        distance = np.linalg.norm(numbers - expected_numbers)
        if of_layer is not None:
            return distance / (of_layer if size < self.projected_from else of_layer * math.sqrt(self.projections))
        of_numbers = ratio(distance, np.linalg.norm(expected_numbers))
        return max(of_numbers, ratio(abs(norm - expected_norm), expected_norm))


def ratio(error, size):
    return 0 if error == 0 else error / size


def text(value, summaries, spreads=None, path="", indent=0):
    """JSON with one tensor a line."""
    spread = "" if spreads is None or path not in spreads else f'"spread": {spreads[path]:.2g}, '
    if isinstance(value, torch.Tensor):
        norm, numbers = summaries.of(value)
        listed = ", ".join(f"{number:.{DIGITS}g}" for number in numbers)
        return f'{{"norm": {norm:.{DIGITS}g}, {spread}"numbers": [{listed}]}}'
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        lines = [
            f"{inner}{json.dumps(key)}: {text(entry, summaries, spreads, f'{path}/{key}', indent + 1)}"
            for key, entry in value.items()
        ]
        return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"
    if isinstance(value, list):
        lines = [
            inner + text(entry, summaries, spreads, f"{path}/{position}", indent + 1)
            for position, entry in enumerate(value)
        ]
        return "[\n" + ",\n".join(lines) + "\n" + " " * indent + "]"
    if spread:
        return f'{{{spread}"value": {value:.12g}}}'
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}"
    return json.dumps(value)


def fixture(name):
    """(entries, spreads by path)"""
    network = NETWORKS[name]
    exact, spreads, steadiness = measure(network)
    for limit in LIMITS:
        if limit != "native":
            others, others_steadiness = measured_under(limit, name)
            spreads = {path: max(spread, others[path]) for path, spread in spreads.items()}
            steadiness = min(steadiness, others_steadiness)
    print(f"{name}: steadiness {steadiness:.1f}, largest spreads", largest(spreads), flush=True)
    require_steadiness(name, steadiness)
    projections, projected_from = network.numbers
    entries = {
        "seed": network.seed,
        "initializer": network.initializer,
        "normBias": network.norm_bias,
        "classifies": network.error_factor == 0,
        "outputs": exact["logits"][0].numel(),
        "projections": projections,
        "projectedFrom": projected_from,
        "zeroGradients": scales_of_zeros(network),
        "stateScales": scales_of_states(network),
        **exact,
    }
    return entries, spreads


def largest(spreads):
    """By kind of quantity."""
    kinds = collections.defaultdict(float)
    for path, spread in spreads.items():
        kind = next(kind for kind in ("logits", "loss", "gradients", "statistics", "changes", "states") if kind in path)
        kinds[kind] = max(kinds[kind], spread)
    return ", ".join(f"{kind} {spread:.1e}" for kind, spread in kinds.items())


def write(folder, name):
    entries, spreads = fixture(name)
    (folder / f"{name}.json").write_text(text(entries, Summaries.of_network(NETWORKS[name]), spreads) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=pathlib.Path, default=TARGET)
    parser.add_argument("--seek", type=int, metavar="COUNT")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("network", nargs="*", default=list(NETWORKS), metavar="NETWORK")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    for name in arguments.network:
        if arguments.measure:
            _, spreads, steadiness = measure(NETWORKS[name])
            json.dump({"spreads": spreads, "steadiness": steadiness}, sys.stdout)
        elif arguments.seek:
            seek(name, arguments.seek)
        else:
            arguments.into.mkdir(parents=True, exist_ok=True)
            write(arguments.into, name)
    if arguments.network == list(NETWORKS) and not arguments.seek:
        summaries = Summaries(INITIAL_VALUES_SEED)
        initial = arguments.into / f"initial-values-{OPTIMIZERS_NETWORK}.json"
        initial.write_text(text(initial_values(), summaries) + "\n")


if __name__ == "__main__":
    main()
