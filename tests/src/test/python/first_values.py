"""First values of PyTorch's networks, equal to those of Netwright's Initializer."""

import math

import numpy as np
import torch
from torch import nn

import counter_random


def initial_value(initializer, weight, tensor, random, position):
    """weight: the tensor itself, or the weight beside it if it is a bias; its dimensions give fan-in and fan-out."""
    stream, size = counter_random.parameter(position), tensor.numel()
    is_weight = tensor is weight
    if is_of_norm(weight):
        return torch.full_like(tensor, 1 if is_weight else 0)
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(weight)
    if initializer == "HE_NORMAL" and is_weight:
        values = random.gaussian(stream, 0, size) * np.float32(math.sqrt(2 / fan_in))
    elif is_weight and initializer in ("XAVIER_UNIFORM", "TENSORFLOW"):
        values = uniform_within(math.sqrt(6 / (fan_in + fan_out)), random.uniform(stream, 0, size))
    elif initializer in ("XAVIER_UNIFORM", "PYTORCH"):
        values = uniform_within(1 / math.sqrt(fan_in), random.uniform(stream, 0, size))
    else:
        is_linear = weight.dim() == 2
        values = np.full(size, 0.1 if initializer == "TENSORFLOW" and is_linear else 0, np.float32)
    return torch.from_numpy(values.astype(np.float32)).reshape(tensor.shape)


def is_of_norm(weight):
    return weight.dim() == 1


def is_layer_scale(name):
    return name.endswith("layer_scale")


def uniform_within(bound, unit):
    return (2.0 * unit.astype(np.float64) - 1) * bound


def initialize(model, initializer, random, of_norm=None):
    """Gives each parameter its first values: those of the stream that its place among the parameters selects.

    of_norm: for layer scales, and instead of 1 and 0 for norms, a function of (uniform numbers of the stream, whether it is a weight).
    """
    named = dict(model.named_parameters())
    with torch.no_grad():
        for position, (name, tensor) in enumerate(named.items()):
            weight = named[name[: -len("bias")] + "weight"] if name.endswith("bias") else tensor
            if of_norm and (is_of_norm(weight) or is_layer_scale(name)):
                unit = random.uniform(counter_random.parameter(position), 0, tensor.numel())
                tensor.copy_(torch.from_numpy(of_norm(unit, tensor is weight)).reshape(tensor.shape))
            else:
                tensor.copy_(initial_value(initializer, weight, tensor, random, position))
