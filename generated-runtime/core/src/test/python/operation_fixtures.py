"""Makes the fixtures that prove each operation of RandAugment and TrivialAugment gives torchvision's bytes.

    python3 src/test/python/operation_fixtures.py          (needs torchvision; made with torchvision 0.14.1, Pillow 9.4.0)

Writes src/test/resources/dev/netwright/runtime/augmentation/operations.txt: an operation, its magnitude, how pixels are interpolated, the
picture, and its bytes afterwards as a SHA-256. Pixels are those of pil_fixtures.py, brought into a range of values.
"""

import pathlib

import numpy as np
import torch
from PIL import Image
from torchvision.transforms import InterpolationMode
from torchvision.transforms.autoaugment import RandAugment, TrivialAugmentWide, _apply_op

from pil_fixtures import described, pixels

TARGET = pathlib.Path(__file__).parents[3] / "src/test/resources/dev/netwright/runtime/augmentation/operations.txt"
# channels, height, width, the least value, the number of values
PICTURES = [(1, 17, 14, 0, 256), (3, 14, 19, 60, 90), (3, 15, 15, 0, 256), (1, 9, 31, 200, 1), (3, 2, 3, 10, 200)]
NUMBERS = [0, 4, 9, 15, 20, 30]
MOVES = {"ShearX", "ShearY", "TranslateX", "TranslateY", "Rotate"}


def magnitudes(height, width):
    spaces = [RandAugment()._augmentation_space(31, (height, width)), TrivialAugmentWide()._augmentation_space(31)]
    for space in spaces:
        for name, (values, signed) in space.items():
            if values.ndim == 0:
                yield name, 0.0
                continue
            for number in NUMBERS:
                yield name, float(values[number].item())
                if signed:
                    yield name, -float(values[number].item())


def planes(picture):
    values = np.asarray(picture)
    return values[None] if values.ndim == 2 else values.transpose(2, 0, 1)


def lines():
    yield "# operation magnitude interpolation channels height width least values pixelSeed sha256"
    seen = set()
    for seed, (channels, height, width, least, values) in enumerate(PICTURES, start=301):
        numbers = pixels(seed, channels * height * width).astype(int).reshape(channels, height, width)
        numbers = (least + numbers * values // 256).astype(np.uint8)
        picture = Image.fromarray(numbers[0] if channels == 1 else np.ascontiguousarray(numbers.transpose(1, 2, 0)))
        for name, magnitude in magnitudes(height, width):
            for interpolation in ["nearest", "bilinear"] if name in MOVES else ["nearest"]:
                key = (seed, name, magnitude, interpolation)
                if key in seen:
                    continue
                seen.add(key)
                result = planes(_apply_op(picture, name, magnitude, InterpolationMode(interpolation), None))
                sha = described(result).split()[0]
                yield f"{name} {magnitude!r} {interpolation} {channels} {height} {width} {least} {values} {seed} {sha}"


def main():
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines()) + "\n")


if __name__ == "__main__":
    main()
