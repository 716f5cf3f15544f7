"""Makes the fixtures of ParityTest and InitialValuesTest: what PyTorch computes for Netwright's networks.

    python3 src/test/python/parity_fixtures.py [--into FOLDER] [NETWORK ...]

FOLDER is by default the module's src/test/resources/parity, and all networks are computed if none is named. Needs
PyTorch (made with 1.13), torchvision (0.14) and numpy.

First values, images, labels and dropout masks come from counter_random.py, which is bit for bit the Java generator, so
a fixture holds PyTorch's results alone. README.md beside this file says what each entry means.
"""

import argparse
import dataclasses
import functools
import json
import math
import pathlib
from typing import Callable

import numpy as np
import torch
from torch import nn

import torch_networks as networks
from counter_random import CounterRandom
from first_values import initialize

TARGET = pathlib.Path(__file__).parents[1] / "resources/parity"

TAIL_STEP, STEPS = 5, 5
# Streams past those that RandomStream hands out; their step is the number of the batch, for the signs 0.
IMAGES_STREAM, TARGETS_STREAM, SIGNS_STREAM = 2_000_000, 2_000_001, 2_000_002
INITIAL_VALUES_SEED = 20140904
# A few times what float32 rounds by.
JITTER = 5e-7
# Largest relative errors that the test allows, and the shares of them that jitter, or float32 instead of float64, may
# make here.
LIMIT, DEEP_LIMIT = 1e-4, 1e-3
CHANGE_LIMIT, LARGE_CHANGE_LIMIT, DEEP_CHANGE_LIMIT = 1e-3, 1e-2, 1e-1
STEADY, STEADY_CHANGE, STEADY_DEEP = 1, 0.5, 0.3
# A gradient this small beside the largest of its layer is zero but for the roundings of float64.
ZERO = 1e-9
DIGITS = 9  # enough to tell any two neighbouring float32 numbers apart


@dataclasses.dataclass(frozen=True)
class Network:
    """build: the module, from its masks; shape: of an image; heads: weights of the auxiliary losses."""

    build: Callable
    shape: tuple
    seed: int
    initializer: str = "XAVIER_UNIFORM"
    sgd_rate: float = 0.05
    adam_rate: float = 0.001
    adam_epsilon: float = 1e-3
    batch: int = 8
    tail: int = 5
    classes: int = 10
    error_factor: float = 0  # of the squared error; 0 for cross-entropy
    heads: tuple = ()
    norm_bias: float = 1  # lowest first bias of a norm
    cancelled: tuple = ()  # parameters whose gradients nearly cancel
    is_large: bool = False
    is_deep: bool = False  # and has norms over few values, which float32 itself can't tell better

    @property
    def limit(self):
        return DEEP_LIMIT if self.is_deep else LIMIT

    @property
    def change_limit(self):
        return DEEP_CHANGE_LIMIT if self.is_deep else LARGE_CHANGE_LIMIT if self.is_large else CHANGE_LIMIT

    is_brief: bool = False  # fewer numbers of each tensor

    @property
    def numbers(self):
        """What Summaries keeps of a tensor: (projections, size from which on it is projected)."""
        return (8, 9) if self.is_deep else (16, 17) if self.is_large or self.is_brief else (64, 1000)

    @property
    def trials(self):
        """(of single steps, of all results)"""
        return (5, 1) if self.is_large else (0, 16)


def after(module, **settings):
    return functools.partial(getattr(networks, module), **settings)


def small_vgg(shape, seed, blocks, hidden=((96, 0.5), (80, 0.5)), place="AFTER_ACTIVATION"):
    """A configuration of Simonyan and Zisserman, 2014, with a sixteenth of the channels and 32 features."""
    channels = shape[0]
    build = after("vgg", channels=channels, features=32, blocks=blocks, hidden=hidden, place=place)
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


BIASED_NORM = functools.partial(networks.BiasedBatchNorm, eps=1e-2, momentum=0.3)

# The seeds are ones that require_steadiness() accepts.
NETWORKS = {
    "lenet-28": Network(after("lenet", pad=2, pool=nn.AvgPool2d), (1, 28, 28), 3, "XAVIER_UNIFORM", 0.5, 0.01, 1e-8),
    "lenet-32": Network(after("lenet", pad=0, pool=nn.MaxPool2d), (1, 32, 32), 1, "PYTORCH", 0.5, 0.01, 1e-8),
    "lenet-norm": Network(networks.lenet_norm, (1, 28, 28), 4, sgd_rate=0.1, adam_rate=0.01, norm_bias=-0.5),
    "lenet-norm-biased": Network(
        after("lenet_norm", of_channels=BIASED_NORM, of_units=BIASED_NORM),
        (1, 28, 28),
        1,
        "PYTORCH",
        0.1,
        0.01,
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
    "vgg-11-eighth": Network(networks.vgg_11_eighth, (1, 64, 64), 1, "PYTORCH", adam_epsilon=1e-8),
    "vgg-lrn-pointwise": Network(
        after("vgg_pointwise", norm=nn.LocalResponseNorm(3, alpha=2, beta=0.75, k=1), place="BEFORE_ACTIVATION"),
        (3, 32, 32),
        16,
    ),
    "vgg-lrn-dropout-first": Network(
        after("vgg_pointwise", norm=nn.LocalResponseNorm(5, alpha=1, beta=0.5, k=2), place="BEFORE_LINEAR"),
        (3, 32, 32),
        1,
        "HE_NORMAL",
    ),
    "vgg-11-dropout-first": small_vgg(
        (1, 33, 47), 1, networks.vgg_blocks(1, 1, 2, 2, 2), ((96, 0.3), (80, 0.5)), "BEFORE_ACTIVATION"
    ),
    "vgg-11-lrn": small_vgg(
        (3, 33, 47), 2, networks.vgg_blocks(1, 1, 2, 2, 2, norm=nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2))
    ),
    "vgg-13": small_vgg((3, 33, 47), 2, networks.vgg_blocks(2, 2, 2, 2, 2)),
    "vgg-16-dropout-before-linear": small_vgg(
        (3, 33, 47), 1, networks.vgg_blocks(2, 2, 3, 3, 3), place="BEFORE_LINEAR"
    ),
    "vgg-16-pointwise": small_vgg((3, 33, 47), 1, networks.vgg_blocks(2, 2, 2, 2, 2, pointwise=(0, 0, 1, 1, 1))),
    "vgg-19": small_vgg((3, 33, 47), 2, networks.vgg_blocks(2, 2, 4, 4, 4)),
    "vgg-16": Network(
        after("vgg_16", divisor=1, features=512, hidden=[(256, 0.5), (192, 0.5)], classes=1000),
        (3, 32, 33),
        5,
        "HE_NORMAL",
        sgd_rate=1e-4,
        adam_rate=1e-5,
        batch=2,
        tail=1,
        classes=1000,
        is_large=True,
    ),
    "vgg-16-half-squared-error": Network(
        after("vgg_16", divisor=4, features=256, hidden=[(256, 0.5), (192, 0.5)], classes=100),
        (3, 33, 66),
        1,
        "TENSORFLOW",
        sgd_rate=0.001,
        adam_rate=0.0003,
        batch=4,
        tail=3,
        classes=100,
        error_factor=0.5,
        is_large=True,
    ),
    "nin": Network(networks.nin, (1, 67, 71), 1, sgd_rate=0.02, batch=2, tail=1, is_brief=True),
    "nin-cifar": Network(
        networks.nin_cifar,
        (3, 32, 32),
        7,
        sgd_rate=1e-3,
        adam_rate=1e-5,
        batch=2,
        tail=1,
        is_brief=True,
    ),
    "googlenet": Network(
        after("googlenet", first_pool=nn.MaxPool2d(3, 2, 1)),
        (1, 33, 41),
        1,
        sgd_rate=0.003,
        batch=2,
        tail=1,
        is_large=True,
    ),
    "googlenet-first-pool-2": Network(
        after("googlenet", first_pool=nn.MaxPool2d(2)), (1, 33, 44), 1, sgd_rate=0.003, batch=2, tail=1, is_large=True
    ),
    "googlenet-heads-eighth": Network(
        networks.GoogLeNetWithHeads,
        (3, 85, 130),
        10,
        "PYTORCH",
        sgd_rate=1e-4,
        adam_rate=1e-5,
        norm_bias=0.25,
        batch=4,
        tail=3,
        heads=(0.3, 0.3),
        is_large=True,
        is_deep=True,
    ),
    "resnet-18": Network(
        after("resnet", channels=1, stages=[(2, 64), (2, 128), (2, 256), (2, 512)], classes=10),
        (1, 33, 41),
        2,
        "PYTORCH",
        sgd_rate=0.01,
        batch=4,
        tail=3,
        is_large=True,
    ),
    "resnet-wide-eighth": Network(
        after("resnet", channels=3, stages=[(2, 8), (2, 32), (2, 64), (3, 256)], classes=176),
        (3, 41, 33),
        2,
        "PYTORCH",
        sgd_rate=0.01,
        batch=4,
        tail=3,
        classes=176,
        is_large=True,
    ),
    "torchvision-resnet-18": torchvisions("resnet18", (3, 35, 41), 2, sgd_rate=1e-3, adam_rate=1e-5),
    "torchvision-resnet-34": torchvisions("resnet34", (3, 39, 33), 2, sgd_rate=1e-4, adam_rate=1e-5, is_deep=True),
    "torchvision-resnet-50": torchvisions(
        "resnet50", (3, 41, 35), 5, norm_bias=0.25, sgd_rate=1e-4, adam_rate=1e-5, is_deep=True
    ),
    "resnet-101-quarter": Network(
        networks.resnet_101_quarter,
        (3, 33, 37),
        3,
        "PYTORCH",
        sgd_rate=1e-4,
        adam_rate=1e-5,
        batch=4,
        tail=3,
        norm_bias=0.25,
        is_large=True,
        is_deep=True,
    ),
    "densenet": Network(
        networks.densenet,
        (1, 70, 66),
        4,
        "PYTORCH",
        sgd_rate=0.01,
        batch=4,
        tail=3,
        cancelled=DENSENETS_STEM,
        is_large=True,
    ),
    "torchvision-densenet-121": torchvisions(
        "densenet121", (3, 64, 66), 2, cancelled=TORCHVISION_DENSENETS_STEM, sgd_rate=1e-4, adam_rate=1e-5, is_deep=True
    ),
    "edge-detector": Network(networks.edge_detector, (1, 6, 8), 1, error_factor=1),
    "rectangular-convolution": Network(networks.rectangular_convolution, (1, 8, 8), 1, error_factor=1),
    "rectangular-pool": Network(networks.rectangular_pool, (1, 4, 4), 1, error_factor=1),
    "small-cnn": Network(networks.small_cnn, (1, 28, 28), 1, "PYTORCH", is_brief=True),
    "every-stage": Network(networks.every_stage, (2, 33, 26), 3, "PYTORCH", classes=7, is_brief=True),
}
OPTIMIZERS_NETWORK = "lenet-28"


# ---- Results ----


class Experiment:
    """One network from its first values on, multiplied by up to 1 +- JITTER if there is a generator for that."""

    def __init__(self, name, dtype=torch.float32, jitter=None):
        self.network = NETWORKS[name]
        self.dtype = dtype
        self.random = CounterRandom(self.network.seed)
        self.masks = networks.Masks(self.random)
        self.model = self.network.build(self.masks)
        start = first_values(name)
        with torch.no_grad():
            for parameter_name, tensor in self.model.named_parameters():
                tensor.copy_(start[parameter_name])
                if jitter is not None:
                    tensor.mul_(1 + JITTER * (2 * torch.rand(tensor.shape, generator=jitter, dtype=torch.float64) - 1))
        self.model.to(dtype)

    def images(self, step, size):
        shape = size, *self.network.shape
        values = self.random.uniform(IMAGES_STREAM, step, math.prod(shape))
        return torch.from_numpy(values).reshape(shape).to(self.dtype)

    def loss(self, output, step):
        count = len(output) if self.network.error_factor == 0 else output.numel()
        targets = torch.from_numpy(self.random.uniform(TARGETS_STREAM, step, count).astype(np.float64))
        if self.network.error_factor == 0:
            return nn.functional.cross_entropy(output, (targets * self.network.classes).long())
        return self.network.error_factor * ((output - targets.to(self.dtype).reshape(output.shape)) ** 2).sum()

    def logits(self):
        """Of batch 0, in inference mode."""
        self.model.eval()
        with torch.no_grad():
            return self.model(self.images(0, self.network.batch))

    def backward(self, step, size):
        """One batch's loss and gradients."""
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
        return {"step": step, "batch": size, "loss": loss.item(), "gradients": gradients}

    def parameters(self):
        return {name: tensor.detach().clone() for name, tensor in self.model.named_parameters()}

    def statistics(self):
        return {
            name: tensor.clone()
            for name, tensor in self.model.named_buffers()
            if not name.endswith("num_batches_tracked")
        }


@functools.lru_cache(maxsize=1)
def first_values(name):
    network = NETWORKS[name]
    random = CounterRandom(network.seed)
    model = network.build(networks.Masks(random))

    def of_norm(unit, is_weight):
        """Other than 1 and 0, so that a norm's weight and bias count; with biases above 0 few rectifiers are near 0."""
        return unit + np.float32(0.5 if is_weight else network.norm_bias)

    initialize(model, network.initializer, random, of_norm)
    return {name: tensor.detach() for name, tensor in model.named_parameters()}


def sgd(parameters, settings, nesterov=False):
    momentum = settings.get("momentum", 0)
    return torch.optim.SGD(parameters, lr=settings["learningRate"], momentum=momentum, nesterov=nesterov)


nesterov = functools.partial(sgd, nesterov=True)


def adam(parameters, settings):
    return torch.optim.Adam(parameters, lr=settings["learningRate"], eps=settings["epsilon"])


def adam_w(parameters, settings):
    return torch.optim.AdamW(parameters, lr=settings["learningRate"], weight_decay=settings["weightDecay"])


def optimizers(name):
    """(PyTorch's optimizer, settings) by the name that the test knows."""
    network = NETWORKS[name]
    result = {
        "sgd": (sgd, {"learningRate": network.sgd_rate}),
        "adam": (adam, {"learningRate": network.adam_rate, "epsilon": network.adam_epsilon}),
    }
    if name == OPTIMIZERS_NETWORK:
        result["momentum"] = (sgd, {"learningRate": 0.1, "momentum": 0.9})
        result["nesterov"] = (nesterov, {"learningRate": 0.1, "momentum": 0.9})
        result["adamW"] = (adam_w, {"learningRate": network.adam_rate, "weightDecay": 0.5, "epsilon": 1e-8})
        # As large as the gradients: then it matters where the formula has it.
        result["adamLargeEpsilon"] = (adam, {"learningRate": network.adam_rate, "epsilon": 0.01})
    return result


def results(name, **how):
    """First values, and everything that a fixture keeps, as tensors."""
    network = NETWORKS[name]
    experiment = Experiment(name, **how)
    start = experiment.parameters()
    found = {
        "logits": experiment.logits(),
        "first": experiment.backward(0, network.batch),
        "tail": experiment.backward(TAIL_STEP, network.tail),
        "updates": {},
    }
    if not found["first"]["gradients"]:
        return start, found
    for optimizer_name, (optimizer_of, settings) in optimizers(name).items():
        experiment = Experiment(name, **how)
        optimizer = optimizer_of(experiment.model.parameters(), settings)
        for step in range(STEPS):
            experiment.backward(step, network.batch)
            optimizer.step()
        found["updates"][optimizer_name] = {
            **settings,
            "parameters": experiment.parameters(),
            "statistics": experiment.statistics(),
            "logits": experiment.logits(),
        }
    return start, found


def initial_values():
    tensors = {}
    for initializer in ("PYTORCH", "XAVIER_UNIFORM", "HE_NORMAL", "TENSORFLOW"):
        model = networks.lenet(None, 2, nn.AvgPool2d)
        initialize(model, initializer, CounterRandom(INITIAL_VALUES_SEED))
        tensors[initializer] = {name: tensor.detach() for name, tensor in model.named_parameters()}
    return {"seed": INITIAL_VALUES_SEED, "tensors": tensors}


# ---- Gradients that are zero by construction ----


@functools.lru_cache(maxsize=1)
def exact_first_step(name):
    return Experiment(name, torch.float64).backward(0, NETWORKS[name].batch)


def scales_of_zeros(name):
    """By name of a gradient that is zero, or nearly so by the network's own word, the norm of its layer's largest one.

    A layer is a weight of several dimensions and what follows it; a bias before a norm changes nothing, for example.
    """
    scales, layer = {}, []
    for parameter_name, gradient in exact_first_step(name)["gradients"].items():
        if gradient.dim() > 1:
            layer = []
        layer.append((parameter_name, gradient.norm().item()))
        largest = max(norm for _, norm in layer)
        for member, norm in layer:
            if norm < ZERO * largest or member in NETWORKS[name].cancelled:
                scales[member] = largest
    return scales


# ---- Steadiness ----


def require_steadiness(name, still):
    """Refuses a seed whose results turn on a rounding, or that float32 can't tell well enough.

    Where two values of a max-pool's window, or a rectifier's input and 0, differ by less than roundings do, another
    order of summation sends a gradient elsewhere.
    """
    network = NETWORKS[name]
    steps_trials, trials = network.trials
    for trial in range(trials, trials + steps_trials):
        moved = Experiment(name, jitter=torch.Generator().manual_seed(trial))
        require_equal_steps(name, moved.backward(0, network.batch), still[1]["first"])
        require_equal_steps(name, moved.backward(TAIL_STEP, network.tail), still[1]["tail"])
    for trial in range(trials):
        require_equal(name, results(name, jitter=torch.Generator().manual_seed(trial)), still)
    require_equal_steps(name, still[1]["first"], exact_first_step(name))
    if not network.is_large:
        require_equal(name, still, results(name, dtype=torch.float64))


def require_equal(network, found_results, expected_results):
    (found_start, found), (start, expected) = found_results, expected_results
    require_near(network, "logits", found["logits"], expected["logits"])
    require_equal_steps(network, found["first"], expected["first"])
    require_equal_steps(network, found["tail"], expected["tail"])
    zeros = scales_of_zeros(network)
    for optimizer, entry in expected["updates"].items():
        found_entry = found["updates"][optimizer]
        for name, after in entry["parameters"].items():
            if name not in zeros:
                change = after.double() - start[name]
                found_change = found_entry["parameters"][name].double() - found_start[name]
                allowed = STEADY_CHANGE * NETWORKS[network].change_limit
                rounding = 2 * STEPS * 2.0**-24 * after.norm()  # of both
                require_near(network, f"{name} after {optimizer}", found_change, change, allowed, rounding)
        require_near(network, f"logits after {optimizer}", found_entry["logits"], entry["logits"])
        for name, statistic in entry["statistics"].items():
            require_near(network, f"{name} after {optimizer}", found_entry["statistics"][name], statistic)


def require_equal_steps(network, found, expected):
    zeros = scales_of_zeros(network)
    for name, gradient in expected["gradients"].items():
        if name not in zeros:
            require_near(network, f"{name} of step {found['step']}", found["gradients"][name], gradient)


def require_near(network, what, found, expected, allowed=None, rounding=0):
    if allowed is None:
        allowed = (STEADY_DEEP if NETWORKS[network].is_deep else STEADY) * NETWORKS[network].limit
    error = max(0, (found.double() - expected.double()).norm() - rounding) / expected.double().norm()
    if error > allowed:
        raise Unsteady(f"{network}: {what} moves by {error:.1e}, at most {allowed:.1e} is allowed; take another seed")


class Unsteady(Exception):
    pass


# ---- Writing ----


class Summaries:
    """Norm and numbers of tensors; signs are + where the uniform number of stream SIGNS_STREAM + j is below 0.5."""

    def __init__(self, seed, projections=64, projected_from=1000):
        self.random = CounterRandom(seed)
        self.projections, self.projected_from = projections, projected_from
        self.rows = np.empty((projections, 0), np.int8)

    def of(self, tensor):
        values = tensor.numpy().reshape(-1).astype(np.float64)
        is_whole = len(values) < self.projected_from
        numbers = values if is_whole else [row @ values for row in self.signs(len(values))]
        return np.linalg.norm(values), numbers

    def signs(self, size):
        if size > self.rows.shape[1]:
            uniform = [self.random.uniform(SIGNS_STREAM + j, 0, size) for j in range(self.projections)]
            self.rows = np.stack([np.where(row < 0.5, 1, -1).astype(np.int8) for row in uniform])
        return self.rows[:, :size]


def text(value, summaries, indent=0):
    """JSON with one tensor a line."""
    if isinstance(value, torch.Tensor):
        norm, numbers = summaries.of(value)
        listed = ", ".join(f"{number:.{DIGITS}g}" for number in numbers)
        return f'{{"norm": {norm:.{DIGITS}g}, "numbers": [{listed}]}}'
    if isinstance(value, dict):
        inner = " " * (indent + 1)
        lines = [f"{inner}{json.dumps(key)}: {text(entry, summaries, indent + 1)}" for key, entry in value.items()]
        return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}"
    return json.dumps(value)


def fixture(name):
    network = NETWORKS[name]
    projections, projected_from = network.numbers
    still = results(name)
    require_steadiness(name, still)
    return {
        "seed": network.seed,
        "initializer": network.initializer,
        "normBias": network.norm_bias,
        "limit": network.limit,
        "changeLimit": network.change_limit,
        "classifies": network.error_factor == 0,
        "outputs": still[1]["logits"][0].numel(),
        "projections": projections,
        "projectedFrom": projected_from,
        "zeroGradients": scales_of_zeros(name),
        **still[1],
    }


def write(folder, name):
    summaries = Summaries(NETWORKS[name].seed, *NETWORKS[name].numbers)
    (folder / f"{name}.json").write_text(text(fixture(name), summaries) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=pathlib.Path, default=TARGET)
    parser.add_argument("network", nargs="*", default=list(NETWORKS), metavar="NETWORK")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.into.mkdir(parents=True, exist_ok=True)
    for name in arguments.network:
        write(arguments.into, name)
    summaries = Summaries(INITIAL_VALUES_SEED)
    initial = arguments.into / f"initial-values-{OPTIMIZERS_NETWORK}.json"
    initial.write_text(text(initial_values(), summaries) + "\n")


if __name__ == "__main__":
    main()
