"""Makes the fixtures that prove pictures are prepared and augmented as torchvision does it.

    python3 src/test/python/augmentation_fixtures.py          (needs torchvision; made with torchvision 0.14.1, Pillow 9.4.0)

Writes src/test/resources/dev/netwright/runtime/augmentation/torchvision.txt. It runs torchvision's own transforms on Pillow's
pictures; only where they ask torch for random numbers, they get those of a linear congruential generator, turned into numbers
as Draw does it. Pixels are those of pil_fixtures.py. Results are bytes, or single-precision numbers, little-endian, as a
SHA-256, and whole where they are small.
"""

import math
import pathlib

import numpy as np
import torch
import torchvision.transforms.autoaugment as autoaugment
import torchvision.transforms.transforms as transforms
from PIL import Image
from torchvision.transforms import InterpolationMode

from pil_fixtures import described, pixels

TARGET = pathlib.Path(__file__).parents[3] / "src/test/resources/dev/netwright/runtime/augmentation/torchvision.txt"


class Bits:
    """32 random bits at a time: the states of x -> 1664525 x + 1013904223 modulo 2^32."""

    state = 0

    @classmethod
    def next(cls):
        cls.state = (cls.state * 1664525 + 1013904223) % 2**32
        return cls.state

    @classmethod
    def uniform(cls, low=0.0, high=1.0):
        low, high = float(low), float(high)
        return low + (high - low) * ((cls.next() >> 8) * 2.0**-24)

    @classmethod
    def below(cls, bound):
        return (cls.next() * bound) >> 32


class Number:
    def __init__(self, value):
        self.value = value

    def item(self):
        return self.value

    def __bool__(self):
        return bool(self.value)

    def __index__(self):
        return self.value


class Torch:
    """What torchvision's transforms ask of torch, in double precision and with our bits."""

    float32 = torch.float32
    nn = torch.nn

    class empty:
        def __init__(self, count):
            assert count == 1

        def uniform_(self, low, high):
            return Number(Bits.uniform(low, high))

    @staticmethod
    def tensor(values):
        return torch.tensor(values, dtype=torch.float64)

    log = staticmethod(torch.log)

    @staticmethod
    def exp(number):
        return Number(math.exp(number.value))

    @staticmethod
    def rand(count):
        return Bits.uniform()

    @staticmethod
    def randint(low, high, size):
        assert low == 0 and size == (1,)
        return Number(Bits.below(high))


class TorchOfOperations:
    """What RandAugment and TrivialAugment ask of torch; magnitudes are torch's own."""

    long = torch.long
    linspace = staticmethod(torch.linspace)
    arange = staticmethod(torch.arange)
    tensor = staticmethod(torch.tensor)

    @staticmethod
    def randint(high, size, dtype=None):
        assert size == (1,)
        return Number(Bits.below(high))


class ScaleJitter:
    """The VGG paper's, of which torchvision has none for classification."""

    def __init__(self, least, most):
        self.least, self.most = least, most

    def __call__(self, picture):
        return transforms.Resize(self.least + Bits.below(self.most - self.least + 1))(picture)


IMAGENET = transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
# the same names as in TorchvisionTest
CASES = {
    "shorter-side-20": [transforms.Resize(20)],
    "shorter-side-3": [transforms.Resize(3)],
    "center-crop-12": [transforms.CenterCrop(12)],
    "center-crop-9x30": [transforms.CenterCrop((9, 30))],
    "evaluation": [transforms.Resize(24), transforms.CenterCrop(21)],
    "crop-9x7": [transforms.RandomCrop((9, 7))],
    "crop-14-padding-3": [transforms.RandomCrop(14, padding=3)],
    "resized-crop-8": [transforms.RandomResizedCrop(8)],
    "resized-crop-21": [transforms.RandomResizedCrop(21, scale=(0.5, 1.0), ratio=(0.5, 2.0))],
    "horizontal-flip": [transforms.RandomHorizontalFlip(0.5)],
    "vertical-flip": [transforms.RandomVerticalFlip(0.5)],
    "rotation-10": [transforms.RandomRotation(10, interpolation=InterpolationMode.BILINEAR)],
    "rotation-20-to-170": [transforms.RandomRotation((20, 170), interpolation=InterpolationMode.BILINEAR)],
    "vgg": [ScaleJitter(16, 40), transforms.RandomCrop(13)],
    "together": [transforms.RandomResizedCrop(14), transforms.RandomHorizontalFlip(0.5), transforms.RandomRotation(
        5, interpolation=InterpolationMode.BILINEAR)],
    "rand-augment-2-9": [autoaugment.RandAugment()],
    "rand-augment-3-17-bilinear": [autoaugment.RandAugment(3, 17, interpolation=InterpolationMode.BILINEAR)],
    "trivial-augment": [autoaugment.TrivialAugmentWide()],
    "trivial-augment-bilinear": [autoaugment.TrivialAugmentWide(interpolation=InterpolationMode.BILINEAR)],
}
VALUES = {
    "scaled": [transforms.ToTensor()],
    "imagenet": [transforms.ToTensor(), IMAGENET],
    "erasing": [transforms.ToTensor(), transforms.RandomErasing(0.7)],
    "imagenet-erasing-tall": [transforms.ToTensor(), IMAGENET, transforms.RandomErasing(
        1.0, scale=(0.2, 0.9), ratio=(0.5, 8.0))],
}
# channels, height, width
SIZES = [(1, 17, 14), (3, 14, 19), (3, 15, 15), (1, 60, 14), (3, 14, 70)]
DRAWS = 6
# Fourteen operations with signs and magnitudes take more.
DRAWS_OF_OPERATIONS = 30


def picture(seed, channels, height, width):
    planes = pixels(seed, channels * height * width).reshape(channels, height, width)
    return Image.fromarray(planes[0] if channels == 1 else np.ascontiguousarray(planes.transpose(1, 2, 0)))


def planes(result):
    if isinstance(result, torch.Tensor):
        return result.numpy().astype("<f4")
    values = np.asarray(result)
    return values[None] if values.ndim == 2 else values.transpose(2, 0, 1)


def lines():
    yield "# case channels height width pixelSeed drawSeed resultHeight resultWidth sha256 wholeResult"
    for name, steps in [*CASES.items(), *VALUES.items()]:
        for seed, (channels, height, width) in enumerate(SIZES, start=201):
            if channels == 1 and any(step is IMAGENET for step in steps):
                continue
            for draw in range(DRAWS_OF_OPERATIONS if "augment" in name else DRAWS):
                result = picture(seed, channels, height, width)
                Bits.state = draw * 7919 + seed
                for step in steps:
                    result = step(result)
                result = planes(result)
                if draw > 0 and Bits.state == draw * 7919 + seed:
                    break  # nothing here is random
                sizes = f"{result.shape[1]} {result.shape[2]}"
                yield f"{name} {channels} {height} {width} {seed} {draw * 7919 + seed} {sizes} {described(result)}"


def main():
    transforms.torch = Torch
    autoaugment.torch = TorchOfOperations
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines()) + "\n")


if __name__ == "__main__":
    main()
