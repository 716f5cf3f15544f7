"""Makes the fixtures of ParityTest and InitialValuesTest: what PyTorch computes for Netwright's networks.

    python3 src/test/python/parity_fixtures.py [TARGET]

TARGET is by default the module's folder src/test/resources/parity. Needs PyTorch (made with 1.13) and numpy.

First values, images, labels and dropout masks come from counter_random.py, which is bit for bit the Java generator, so
a fixture holds PyTorch's results alone. README.md beside this file says what each entry means.
"""

import collections
import functools
import json
import math
import pathlib
import sys

import numpy as np
import torch
from torch import nn

import counter_random
from counter_random import CounterRandom

TARGET = pathlib.Path(__file__).parents[1] / "resources/parity"

BATCH, TAIL, TAIL_STEP, STEPS, CLASSES = 8, 5, 5, 5, 10
# Streams past those that RandomStream hands out; their step is the number of the batch, for the signs 0.
IMAGES_STREAM, LABELS_STREAM, SIGNS_STREAM = 2_000_000, 2_000_001, 2_000_002
PROJECTIONS = 64
WHOLE_BELOW = 1000
INITIAL_VALUES_SEED = 20140904
# A few times what float32 rounds by.
JITTER = 5e-7
TRIALS, STEADY = 16, 1e-4
DIGITS = 9  # enough to tell any two neighbouring float32 numbers apart


# ---- Networks ----


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


def lenet(masks, pad, pool):
    return nn.Sequential(
        collections.OrderedDict(
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
            f7=nn.Linear(84, CLASSES),
        )
    )


def vgg(masks, channels, side, blocks, hidden, place):
    """blocks: (kernels of the convolutions, channels, LRN or None); hidden: (units, dropout rate)."""
    layers = collections.OrderedDict()
    for number, (kernels, out, norm) in enumerate(blocks, 1):
        for i, kernel in enumerate(kernels, 1):
            layers[f"conv{number}_{i}"] = nn.Conv2d(channels, out, kernel, padding=kernel // 2)
            layers[f"conv{number}_{i}_activation"] = nn.ReLU()
            channels = out
        if norm:
            layers[f"norm{number}"] = norm
        layers[f"pool{number}"] = nn.MaxPool2d(2, 2)
        side //= 2
    layers["flatten"] = nn.Flatten()
    features = channels * side * side
    for position, (units, rate) in enumerate(hidden):
        number = len(blocks) + 1 + position
        linear, relu, dropout = nn.Linear(features, units), nn.ReLU(), MaskedDropout(masks, position, rate)
        order = {
            "AFTER_ACTIVATION": [linear, relu, dropout],
            "BEFORE_ACTIVATION": [linear, dropout, relu],
            "BEFORE_LINEAR": [dropout, linear, relu],
        }[place]
        for module in order:
            name = {linear: "fc", relu: "relu", dropout: "drop"}[module]
            layers[f"{name}{number}"] = module
        features = units
    layers[f"fc{len(blocks) + len(hidden) + 1}"] = nn.Linear(features, CLASSES)
    return nn.Sequential(layers)


def vgg_11_eighth(masks):
    widths = [(1, 8), (1, 16), (2, 32), (2, 64), (2, 64)]
    blocks = [([3] * count, width, None) for count, width in widths]
    return vgg(masks, 1, 64, blocks, [(512, 0.5), (512, 0.5)], "AFTER_ACTIVATION")


def vgg_pointwise(masks, norm, place):
    blocks = [([3], 16, norm), ([3, 1], 24, None), ([3, 3, 1], 32, None)]
    return vgg(masks, 3, 32, blocks, [(96, 0.3), (80, 0.5)], place)


Network = collections.namedtuple("Network", "build shape seed initializer sgd_rate adam_rate")
# The seeds are the first from 1 on that require_steadiness() accepts.
NETWORKS = {
    "lenet-28": Network(lambda m: lenet(m, 2, nn.AvgPool2d), (1, 28, 28), 3, "XAVIER_UNIFORM", 0.5, 0.01),
    "lenet-32": Network(lambda m: lenet(m, 0, nn.MaxPool2d), (1, 32, 32), 1, "PYTORCH", 0.5, 0.01),
    "vgg-11-eighth": Network(vgg_11_eighth, (1, 64, 64), 1, "PYTORCH", 0.05, 0.001),
    "vgg-lrn-pointwise": Network(
        lambda m: vgg_pointwise(m, nn.LocalResponseNorm(3, alpha=2, beta=0.75, k=1), "BEFORE_ACTIVATION"),
        (3, 32, 32),
        13,
        "XAVIER_UNIFORM",
        0.05,
        0.001,
    ),
    "vgg-lrn-dropout-first": Network(
        lambda m: vgg_pointwise(m, nn.LocalResponseNorm(5, alpha=1, beta=0.5, k=2), "BEFORE_LINEAR"),
        (3, 32, 32),
        1,
        "HE_NORMAL",
        0.05,
        0.001,
    ),
}
OPTIMIZERS_NETWORK = "lenet-28"


# ---- First values, images, labels ----


def initial_value(initializer, weight, tensor, random, position):
    """weight: the tensor itself, or the weight beside it if it is a bias; its dimensions give fan-in and fan-out."""
    stream, size = counter_random.parameter(position), tensor.numel()
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(weight)
    is_weight = tensor is weight
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


def uniform_within(bound, unit):
    return (2.0 * unit.astype(np.float64) - 1) * bound


def initialize(model, initializer, random):
    named = dict(model.named_parameters())
    with torch.no_grad():
        for position, (name, tensor) in enumerate(named.items()):
            weight = named[name.replace(".bias", ".weight")]
            tensor.copy_(initial_value(initializer, weight, tensor, random, position))


def batch(random, number, size, shape):
    images = random.uniform(IMAGES_STREAM, number, size * math.prod(shape))
    labels = random.uniform(LABELS_STREAM, number, size).astype(np.float64) * CLASSES
    return torch.from_numpy(images).reshape(size, *shape), torch.from_numpy(labels.astype(np.int64))


# ---- Results ----


class Experiment:
    """One network from its first values on, multiplied by up to 1 +- JITTER if there is a generator for that."""

    def __init__(self, name, jitter=None):
        network = NETWORKS[name]
        self.shape = network.shape
        self.random = CounterRandom(network.seed)
        self.masks = Masks(self.random)
        self.model = network.build(self.masks)
        initialize(self.model, network.initializer, self.random)
        if jitter is not None:
            with torch.no_grad():
                for tensor in self.model.parameters():
                    tensor.mul_(1 + JITTER * (2 * torch.rand(tensor.shape, generator=jitter, dtype=torch.float64) - 1))

    def logits(self):
        self.model.eval()
        with torch.no_grad():
            return self.model(batch(self.random, 0, BATCH, self.shape)[0])

    def backward(self, step, size):
        """One batch's loss and gradients."""
        self.model.train()
        self.masks.step = step
        images, labels = batch(self.random, step, size, self.shape)
        self.model.zero_grad()
        loss = nn.functional.cross_entropy(self.model(images), labels)
        loss.backward()
        gradients = {name: tensor.grad.clone() for name, tensor in self.model.named_parameters()}
        return {"step": step, "batch": size, "loss": loss.item(), "gradients": gradients}

    def parameters(self):
        return {name: tensor.detach().clone() for name, tensor in self.model.named_parameters()}


def sgd(parameters, settings, nesterov=False):
    momentum = settings.get("momentum", 0)
    return torch.optim.SGD(parameters, lr=settings["learningRate"], momentum=momentum, nesterov=nesterov)


nesterov = functools.partial(sgd, nesterov=True)


def adam(parameters, settings):
    return torch.optim.Adam(parameters, lr=settings["learningRate"], eps=settings.get("epsilon", 1e-8))


def adam_w(parameters, settings):
    return torch.optim.AdamW(parameters, lr=settings["learningRate"], weight_decay=settings["weightDecay"])


def optimizers(name):
    """(PyTorch's optimizer, settings) by the name that the test knows."""
    network = NETWORKS[name]
    result = {"sgd": (sgd, {"learningRate": network.sgd_rate}), "adam": (adam, {"learningRate": network.adam_rate})}
    if name == OPTIMIZERS_NETWORK:
        result["momentum"] = (sgd, {"learningRate": 0.1, "momentum": 0.9})
        result["nesterov"] = (nesterov, {"learningRate": 0.1, "momentum": 0.9})
        result["adamW"] = (adam_w, {"learningRate": network.adam_rate, "weightDecay": 0.5})
        # As large as the gradients: then it matters where the formula has it.
        result["adamLargeEpsilon"] = (adam, {"learningRate": network.adam_rate, "epsilon": 0.01})
    return result


def updates(name, jitter=None):
    result = {}
    for optimizer_name, (optimizer_of, settings) in optimizers(name).items():
        experiment = Experiment(name, jitter)
        start = experiment.parameters()
        optimizer = optimizer_of(experiment.model.parameters(), settings)
        for step in range(STEPS):
            experiment.backward(step, BATCH)
            optimizer.step()
        result[optimizer_name] = start, {**settings, "parameters": experiment.parameters()}
    return result


def fixture(name):
    experiment = Experiment(name)
    return {
        "seed": NETWORKS[name].seed,
        "initializer": NETWORKS[name].initializer,
        "logits": experiment.logits(),
        "first": experiment.backward(0, BATCH),
        "tail": experiment.backward(TAIL_STEP, TAIL),
        "updates": {optimizer: entry for optimizer, (_, entry) in updates(name).items()},
    }


def initial_values():
    tensors = {}
    for initializer in ("PYTORCH", "XAVIER_UNIFORM", "HE_NORMAL", "TENSORFLOW"):
        model = lenet(None, 2, nn.AvgPool2d)
        initialize(model, initializer, CounterRandom(INITIAL_VALUES_SEED))
        tensors[initializer] = {name: tensor.detach() for name, tensor in model.named_parameters()}
    return {"seed": INITIAL_VALUES_SEED, "tensors": tensors}


# ---- Steadiness ----


def require_steadiness(name):
    """Refuses a seed whose results turn on a rounding.

    Where two values of a max-pool's window, or a rectifier's input and 0, differ by less than roundings do, another
    order of summation sends a gradient elsewhere.
    """
    still = Experiment(name)
    still_first, still_tail = still.backward(0, BATCH), still.backward(TAIL_STEP, TAIL)
    still_updates = updates(name)
    for trial in range(TRIALS):
        jitter = torch.Generator().manual_seed(trial)
        moved = Experiment(name, jitter)
        for expected, found in (
            (still_first, moved.backward(0, BATCH)),
            (still_tail, moved.backward(TAIL_STEP, TAIL)),
        ):
            for tensor_name, gradient in expected["gradients"].items():
                require_near(name, tensor_name, found["gradients"][tensor_name], gradient, 0)
        for optimizer, (start, entry) in updates(name, jitter).items():
            still_start, still_entry = still_updates[optimizer]
            for tensor_name, expected in still_entry["parameters"].items():
                change = entry["parameters"][tensor_name].double() - start[tensor_name]
                still_change = expected.double() - still_start[tensor_name]
                rounding = STEPS * 2.0**-24 * expected.norm()
                require_near(name, f"{tensor_name} after {optimizer}", change, still_change, rounding)


def require_near(network, what, found, expected, rounding):
    error = max(0, (found - expected).norm() - rounding) / expected.norm()
    if error > STEADY:
        raise Unsteady(f"{network}: {what} moves by {error:.1e}, at most {STEADY} is allowed; take another seed")


class Unsteady(Exception):
    pass


# ---- Writing ----


class Summaries:
    """Norm and numbers of tensors; signs are + where the uniform number of stream SIGNS_STREAM + j is below 0.5."""

    def __init__(self, seed):
        self.random = CounterRandom(seed)
        self.rows = np.empty((PROJECTIONS, 0), np.int8)

    def of(self, tensor):
        values = tensor.numpy().reshape(-1).astype(np.float64)
        numbers = values if len(values) < WHOLE_BELOW else [row @ values for row in self.signs(len(values))]
        return np.linalg.norm(values), numbers

    def signs(self, size):
        if size > self.rows.shape[1]:
            uniform = [self.random.uniform(SIGNS_STREAM + j, 0, size) for j in range(PROJECTIONS)]
            self.rows = np.where(np.stack(uniform) < 0.5, 1, -1).astype(np.int8)
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


def write(path, content):
    path.write_text(text(content, Summaries(content["seed"])) + "\n")


def main(target=TARGET):
    torch.set_num_threads(1)
    target = pathlib.Path(target)
    target.mkdir(parents=True, exist_ok=True)
    for name in NETWORKS:
        require_steadiness(name)
        write(target / f"{name}.json", fixture(name))
    write(target / f"initial-values-{OPTIMIZERS_NETWORK}.json", initial_values())


if __name__ == "__main__":
    main(*sys.argv[1:])
