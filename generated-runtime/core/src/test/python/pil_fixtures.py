"""Makes the fixtures that prove pictures are resized and turned grey as Pillow does it.

    python3 src/test/python/pil_fixtures.py          (needs Pillow and numpy; made with Pillow 9.4.0)

Writes src/test/resources/dev/netwright/runtime/data/pil-resize.txt and pil-grey.txt. Source pixels come from a linear
congruential generator, x -> 1664525 x + 1013904223 modulo 2^32, whose top byte is the pixel, or from the bundled subset
of Fashion-MNIST; planes are stored one after the other. Results are written whole where they are small and always as
a SHA-256.
"""

import gzip
import hashlib
import pathlib

import numpy as np
from PIL import Image

MODULE = pathlib.Path(__file__).parents[3]
TARGET = MODULE / "src/test/resources/dev/netwright/runtime/data"
SUBSET = MODULE / "src/main/resources/dev/netwright/runtime/source/fashion-mnist/t10k-images-idx3-ubyte.gz"
WHOLE_UP_TO = 64

# channels, source height and width, target height and width
SIZES = [
    (1, 28, 28, 224, 224),
    (1, 28, 28, 227, 227),
    (1, 28, 28, 96, 96),
    (1, 28, 28, 32, 32),
    (1, 28, 28, 28, 28),
    (1, 28, 28, 28, 60),
    (1, 28, 28, 60, 28),
    (1, 28, 28, 14, 14),
    (1, 28, 28, 7, 5),
    (1, 28, 28, 1, 1),
    (1, 1, 1, 5, 7),
    (1, 1, 9, 4, 4),
    (1, 9, 1, 4, 4),
    (1, 2, 2, 3, 3),
    (1, 3, 3, 2, 2),
    (1, 5, 4, 4, 5),
    (1, 17, 31, 31, 17),
    (1, 300, 3, 2, 299),
    (1, 480, 640, 224, 224),
    (1, 1000, 7, 3, 3),
    (3, 4, 4, 4, 4),
    (3, 5, 3, 3, 4),
    (3, 32, 32, 224, 224),
    (3, 375, 500, 224, 224),
    (3, 333, 251, 64, 97),
]
GREY_PIXELS = 4096
RESIZED_PICTURES = 20


def pixels(seed, count):
    state, values = seed, bytearray()
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        values.append(state >> 24)
    return np.frombuffer(bytes(values), np.uint8)


def resized(planes, height, width):
    """Planes [channels, h, w] through Pillow as one picture, and back to planes."""
    picture = Image.fromarray(planes[0] if len(planes) == 1 else np.ascontiguousarray(planes.transpose(1, 2, 0)))
    assert picture.mode == ("L" if len(planes) == 1 else "RGB")
    result = np.asarray(picture.resize((width, height), Image.BILINEAR))
    return result[None] if result.ndim == 2 else result.transpose(2, 0, 1)


def described(values):
    content = np.ascontiguousarray(values).tobytes()
    whole = content.hex() if len(content) <= WHOLE_UP_TO else "-"
    return f"{hashlib.sha256(content).hexdigest()} {whole}"


def resize_lines():
    yield "# source channels sourceHeight sourceWidth height width sha256 wholeResult"
    for seed, (channels, source_height, source_width, height, width) in enumerate(SIZES, start=1):
        planes = pixels(seed, channels * source_height * source_width).reshape(channels, source_height, source_width)
        sizes = f"{channels} {source_height} {source_width} {height} {width}"
        yield f"seed:{seed} {sizes} {described(resized(planes, height, width))}"
    pictures = np.frombuffer(gzip.decompress(SUBSET.read_bytes())[16:], np.uint8).reshape(-1, 1, 28, 28)
    for index in range(RESIZED_PICTURES):
        yield f"picture:{index} 1 28 28 224 224 {described(resized(pictures[index], 224, 224))}"


def grey_lines():
    yield "# seed pixels sha256 wholeResult (RGB triples in order, one grey byte each)"
    for seed, count in ((101, 16), (102, GREY_PIXELS)):
        picture = Image.fromarray(pixels(seed, 3 * count).reshape(1, count, 3)).convert("L")
        yield f"{seed} {count} {described(np.asarray(picture))}"


def strip_lines():
    """Strips whose shorter side becomes 256, and the middle of them, as torchvision's Resize and CenterCrop do."""
    yield "# seed channels height width shorter crop sha256"
    for seed, (channels, height, width) in enumerate(((1, 1, 2000), (3, 1500, 1), (1, 3, 5000), (3, 40, 12000)), start=201):
        planes = pixels(seed, channels * height * width).reshape(channels, height, width)
        shorter, crop = 256, 224
        longer = shorter * max(height, width) // min(height, width)
        rows, columns = (shorter, longer) if height <= width else (longer, shorter)
        top, left = round((rows - crop) / 2), round((columns - crop) / 2)
        middle = resized(planes, rows, columns)[:, top : top + crop, left : left + crop]
        yield f"{seed} {channels} {height} {width} {shorter} {crop} {described(middle).split()[0]}"


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "pil-resize.txt").write_text("\n".join(resize_lines()) + "\n")
    (TARGET / "pil-strips.txt").write_text("\n".join(strip_lines()) + "\n")
    (TARGET / "pil-grey.txt").write_text("\n".join(grey_lines()) + "\n")


if __name__ == "__main__":
    main()
