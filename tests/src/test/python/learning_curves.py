"""PyTorch's loss over the first batches of Fashion-MNIST, from Netwright's first values and in Netwright's order.

    python3 src/test/python/learning_curves.py NETWORK --data FOLDER [--seed 0] [--batch N] [--steps 50]

NETWORK is resnet-18, googlenet or densenet, with images of 96x96 as in d2l.ai, chapters 8.4, 8.6 and 8.7. FOLDER holds
train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz. Each line of the output is the number of a step, from 0, and
the mean cross-entropy of its batch before its update. The recipe is the chapters': plain SGD, Xavier's first values.
"""

import argparse
import dataclasses
import functools
import gzip
import pathlib
from typing import Callable

import numpy as np
import torch
from PIL import Image
from torch import nn

import counter_random
import torch_networks as networks
from counter_random import CounterRandom
from first_values import initialize

SIDE = 96
IMAGES_HEADER, LABELS_HEADER = 16, 8


@dataclasses.dataclass(frozen=True)
class Recipe:
    build: Callable
    batch: int
    learning_rate: float


STAGES = [(2, 64), (2, 128), (2, 256), (2, 512)]
RECIPES = {
    "resnet-18": Recipe(functools.partial(networks.resnet, channels=1, stages=STAGES, classes=10), 256, 0.05),
    "googlenet": Recipe(functools.partial(networks.googlenet, first_pool=nn.MaxPool2d(3, 2, 1)), 128, 0.05),
    "densenet": Recipe(networks.densenet, 256, 0.1),
}


class FashionMnist:
    """The training images, resized as torchvision's transform Resize does it: by Pillow, bilinear, in bytes."""

    def __init__(self, folder):
        pixels = self._payload(folder / "train-images-idx3-ubyte.gz", IMAGES_HEADER)
        self.images = pixels.reshape(-1, 28, 28)
        self.labels = self._payload(folder / "train-labels-idx1-ubyte.gz", LABELS_HEADER)

    def batch(self, samples):
        resized = [Image.fromarray(self.images[i]).resize((SIDE, SIDE), Image.BILINEAR) for i in samples]
        images = torch.from_numpy(np.stack([np.asarray(image) for image in resized]))
        return images.unsqueeze(1).float() / 255, torch.from_numpy(self.labels[samples].astype(np.int64))

    @staticmethod
    def _payload(file, header):
        with gzip.open(file) as stream:
            return np.frombuffer(stream.read(), np.uint8)[header:]


def losses(recipe, data, seed, batch, steps):
    """Yields the loss of each step of the first epoch."""
    random = CounterRandom(seed)
    model = recipe.build(networks.Masks(random)).train()
    initialize(model, "XAVIER_UNIFORM", random)
    optimizer = torch.optim.SGD(model.parameters(), lr=recipe.learning_rate)
    order = random.permutation(counter_random.SHUFFLE, 0, len(data.images))
    for step in range(steps):
        images, labels = data.batch(order[step * batch : (step + 1) * batch])
        loss = nn.functional.cross_entropy(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield loss.item()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=RECIPES)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, help="by default the chapter's")
    parser.add_argument("--steps", type=int, default=50)
    arguments = parser.parse_args()
    recipe = RECIPES[arguments.network]
    batch = arguments.batch or recipe.batch
    data = FashionMnist(arguments.data)
    for step, loss in enumerate(losses(recipe, data, arguments.seed, batch, arguments.steps)):
        print(f"{step} {loss:.6f}", flush=True)


if __name__ == "__main__":
    main()
