"""PyTorch's float32 errors against its float64 on the networks of AccurateSumsTest, which holds the table that this prints.

    OMP_NUM_THREADS=2 python3 accurate_sums.py
    OMP_NUM_THREADS=2 ONEDNN_MAX_CPU_ISA=AVX2 python3 accurate_sums.py

Made with PyTorch 1.13; the table has the larger of all errors. Weights and images are those of TestBatch, from java.util.Random.
"""

import math

import torch
from torch import nn

BATCH, CHANNELS, SIDE, CLASSES = 16, 2, 250, 12


def gaussian(seed, count, deviation):
    """java.util.Random.nextGaussian, by the polar method."""
    state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def bits(n):
        nonlocal state
        state = (state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return state >> (48 - n)

    def uniform():
        return ((bits(26) << 27) + bits(27)) / (1 << 53)

    values = []
    while len(values) < count:
        a, b = 2 * uniform() - 1, 2 * uniform() - 1
        square = a * a + b * b
        if 0 < square < 1:
            factor = math.sqrt(-2 * math.log(square) / square)
            values += [deviation * a * factor, deviation * b * factor]
    return torch.tensor(values[:count], dtype=torch.float64).float()


def normed():
    return nn.Sequential(
        nn.Conv2d(CHANNELS, CHANNELS, 1, bias=False), nn.BatchNorm2d(CHANNELS),
        nn.Conv2d(CHANNELS, CHANNELS, 3, padding=1, bias=False), nn.BatchNorm2d(CHANNELS), nn.Sigmoid(),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(CHANNELS, CLASSES))


def biased():
    return nn.Sequential(
        nn.Conv2d(CHANNELS, CHANNELS, 3, padding=1), nn.Sigmoid(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        nn.Linear(CHANNELS, CLASSES))


def step(make, dtype, images):
    net = make().to(dtype)
    with torch.no_grad():
        position = 0
        for module in net:
            fan_in = module.weight[0].numel() if getattr(module, "weight", None) is not None else 1
            names = ["weight", "bias", "running_mean", "running_var"]
            for name in names:
                tensor = getattr(module, name, None)
                if tensor is not None:
                    norm = isinstance(module, nn.BatchNorm2d)
                    values = gaussian(position, tensor.numel(), 1 / math.sqrt(1 if norm else fan_in))
                    if name == "running_var":
                        values = 0.5 + values * values
                    tensor.copy_(values.reshape(tensor.shape).to(dtype))
                    position += name in ("weight", "bias")  # as Parameter.position counts
    labels = torch.tensor([(5 * n + 3) % CLASSES for n in range(BATCH)])
    loss = nn.functional.cross_entropy(net(images.to(dtype)), labels)
    loss.backward()
    found = {"loss": loss.detach().reshape(1)}
    found.update({name: p.grad for name, p in net.named_parameters()})
    found.update({name: b for name, b in net.named_buffers() if "num" not in name})
    return {name: value.double() for name, value in found.items()}


def main():
    images = gaussian(11, BATCH * CHANNELS * SIDE * SIDE, 1).reshape(BATCH, CHANNELS, SIDE, SIDE)
    for make, offset in [(normed, 0), (normed, 3), (normed, 1000), (biased, 0)]:
        exact = step(make, torch.float64, images + offset)
        worst = dict.fromkeys(exact, 0.0)
        for threads in (1, 2):
            torch.set_num_threads(threads)
            found = step(make, torch.float32, images + offset)
            for name in exact:
                worst[name] = max(worst[name], float((found[name] - exact[name]).norm() / exact[name].norm()))
        print(make.__name__, offset, {name: f"{error:.1e}" for name, error in worst.items()})


if __name__ == "__main__":
    main()
