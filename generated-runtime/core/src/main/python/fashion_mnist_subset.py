"""Draws the subset of Fashion-MNIST that netwright-runtime carries: 6,000 training and 1,000 test pictures.

    python3 src/main/python/fashion_mnist_subset.py FOLDER [TARGET]

FOLDER holds the four files of Fashion-MNIST (.gz); TARGET is by default the module's resource folder. Of each of the
ten classes 600 training and 100 test pictures are drawn without replacement by Python's random.Random(SEED), and kept
in their original order. Python's standard library is all it needs. The gz headers hold no time and no name, so that
two runs give the same bytes (another zlib may compress to other bytes of the same content).
"""

import gzip
import hashlib
import pathlib
import random
import struct
import sys

SEED = 20170825
CLASSES = 10
PER_CLASS = {"train": 600, "t10k": 100}
IMAGES_MAGIC, LABELS_MAGIC = 0x00000803, 0x00000801
TARGET = pathlib.Path(__file__).parents[1] / "resources/dev/netwright/runtime/source/fashion-mnist"


def read_images(path):
    content = gzip.decompress(path.read_bytes())
    magic, count, height, width = struct.unpack(">4I", content[:16])
    assert magic == IMAGES_MAGIC and len(content) == 16 + count * height * width, f"{path}: not an IDX file of images"
    return [content[16 + i * height * width : 16 + (i + 1) * height * width] for i in range(count)], height, width


def read_labels(path):
    content = gzip.decompress(path.read_bytes())
    magic, count = struct.unpack(">2I", content[:8])
    assert magic == LABELS_MAGIC and len(content) == 8 + count, f"{path}: not an IDX file of labels"
    return content[8:]


def write(path, content):
    # GzipFile, because the header that gzip.compress writes differs between versions of Python.
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as compressed:
        compressed.write(content)
    print(f"{path.name}: {path.stat().st_size} bytes, content SHA-256 {hashlib.sha256(content).hexdigest()}")


def main(folder, target):
    target.mkdir(parents=True, exist_ok=True)
    for split, per_class in PER_CLASS.items():
        images, height, width = read_images(folder / f"{split}-images-idx3-ubyte.gz")
        labels = read_labels(folder / f"{split}-labels-idx1-ubyte.gz")
        assert len(images) == len(labels), f"{folder}: {len(images)} pictures but {len(labels)} labels"
        draw = random.Random(SEED)
        chosen = sorted(
            index
            for class_ in range(CLASSES)
            for index in draw.sample([i for i, label in enumerate(labels) if label == class_], per_class)
        )
        header = struct.pack(">4I", IMAGES_MAGIC, len(chosen), height, width)
        write(target / f"{split}-images-idx3-ubyte.gz", header + b"".join(images[i] for i in chosen))
        header = struct.pack(">2I", LABELS_MAGIC, len(chosen))
        write(target / f"{split}-labels-idx1-ubyte.gz", header + bytes(labels[i] for i in chosen))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET)
