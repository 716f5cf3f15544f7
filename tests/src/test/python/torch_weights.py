"""Makes what the tests of PyTorch's weights compare with, and tries files that were exported to PyTorch.

    python3 tests/src/test/python/torch_weights.py [NETWORK ...]

writes src/test/resources/torch: of each network the names and shapes of its state_dict, and of those in LOGITS what it gives for weights and
images that follow from a seed (README.md beside this file says how), so that no weights have to be kept but those of one small file.

    python3 tests/src/test/python/torch_weights.py --write NETWORK FILE

writes those weights as safetensors, and

    python3 tests/src/test/python/torch_weights.py --check NETWORK FILE

loads a file that Netwright has exported with strict=True and prints how far its logits are from those of the weights from the seed.
Needs PyTorch (made with 1.13), torchvision (0.14) and numpy.
"""

import argparse
import functools
import json
import pathlib
import struct

import numpy as np
import torch
import torchvision

import d2l_networks as d2l
from counter_random import CounterRandom

TARGET = pathlib.Path(__file__).parents[1] / "resources/torch"

SEED = 20220317
IMAGES_STREAM = 2_000_000
COUNTER = "num_batches_tracked"
CHUNK = 1 << 22
DIGITS = 9  # enough to tell any two neighbouring float32 numbers apart


def torchvisions(name, **settings):
    return functools.partial(getattr(torchvision.models, name), weights=None, **settings)


# Of each network how it is built and its images' shape.
NETWORKS = {
    **{
        f"torchvision-{name}": (torchvisions(name), (3, 224, 224))
        for name in (
            "alexnet", "vgg11", "vgg13", "vgg16", "vgg19",
            "vgg11_bn", "vgg16_bn", "resnet18", "resnet34", "resnet50", "resnet101", "resnext50_32x4d", "wide_resnet50_2",
            "densenet121", "densenet169", "squeezenet1_0", "squeezenet1_1",
            "convnext_tiny", "convnext_small", "convnext_base",
            "regnet_x_400mf", "regnet_y_400mf", "regnet_x_1_6gf", "regnet_y_1_6gf",
            "shufflenet_v2_x0_5", "shufflenet_v2_x1_0", "shufflenet_v2_x1_5", "shufflenet_v2_x2_0",
            "mnasnet0_5", "mnasnet1_0", "mobilenet_v2", "mobilenet_v3_small", "mobilenet_v3_large",
        )
    },
    **{
        f"torchvision-efficientnet_{name}": (torchvisions(f"efficientnet_{name}"), (3, side, side))
        for name, side in (
            ("b0", 224), ("b1", 240), ("b3", 300), ("b6", 528), ("b7", 600), ("v2_s", 384), ("v2_m", 480), ("v2_l", 480)
        )
    },
    "torchvision-inception_v3": (torchvisions("inception_v3", init_weights=False), (3, 299, 299)),
    "torchvision-googlenet": (torchvisions("googlenet", init_weights=False), (3, 224, 224)),
    "d2l-lenet": (d2l.lenet, (1, 28, 28)),
    "d2l-batch-norm-lenet": (d2l.batch_norm_lenet, (1, 28, 28)),
    "d2l-alexnet": (d2l.alexnet, (1, 224, 224)),
    "d2l-small-vgg": (d2l.small_vgg, (1, 224, 224)),
    "d2l-nin": (d2l.nin, (1, 224, 224)),
    "d2l-googlenet": (d2l.googlenet, (1, 96, 96)),
    "d2l-resnet18": (d2l.resnet18, (1, 96, 96)),
    "d2l-densenet": (d2l.densenet, (1, 96, 96)),
}

# What isn't here has only the layers of one that is.
LOGITS = [
    "torchvision-alexnet", "torchvision-vgg16", "torchvision-vgg11_bn", "torchvision-resnet18", "torchvision-resnet50", "torchvision-resnext50_32x4d",
    "torchvision-densenet121", "torchvision-squeezenet1_0", "torchvision-squeezenet1_1", "torchvision-googlenet", "torchvision-inception_v3",
    "torchvision-convnext_tiny", "torchvision-regnet_x_400mf", "torchvision-regnet_y_400mf", "torchvision-shufflenet_v2_x1_0", "torchvision-mobilenet_v2", "torchvision-mnasnet1_0", "torchvision-mobilenet_v3_small", "torchvision-mobilenet_v3_large",
    "torchvision-efficientnet_b0", "torchvision-efficientnet_v2_s",
    "d2l-lenet", "d2l-batch-norm-lenet", "d2l-alexnet", "d2l-small-vgg", "d2l-nin", "d2l-googlenet", "d2l-resnet18",
    "d2l-densenet",
]

# Deep networks whose residual blocks would each add more than they get: the logits would depend on hardly anything but the weights of the last.
QUARTERED = ["torchvision-efficientnet_v2_s"]

HALF_FILE = "d2l-batch-norm-lenet"


def state(model):
    """Tensors but counters, in PyTorch's order."""
    return {name: tensor for name, tensor in model.state_dict().items() if not name.endswith(COUNTER)}


# ---- Weights from the seed ----


def uniform(stream, length):
    random = CounterRandom(SEED)
    parts = [random.uniform(stream, 0, min(CHUNK, length - at), at) for at in range(0, length, CHUNK)]
    return np.concatenate(parts)


def value_range(name, shape):
    """Lowest value of a tensor and how far the highest is from it."""
    if name.endswith("running_var") or (name.endswith("weight") and len(shape) == 1):
        return 0.5, 1
    if len(shape) == 1:
        return -0.25, 0.5
    bound = np.sqrt(6 / np.prod(shape[1:]))
    return -bound, 2 * bound


def residual_norms(model):
    """Names of the weights of norms behind which a block of MobileNetV2's kind adds its input."""
    blocks = [(name, block) for name, block in model.named_modules() if getattr(block, "use_res_connect", False)]
    return [f"{name}.block.{len(block.block) - 1}.1.weight" for name, block in blocks]


def fill(model, quartered=()):
    """Gives each tensor the numbers of the stream that its place among the state_dict's tensors selects, and some a quarter of them."""
    with torch.no_grad():
        for place, (name, tensor) in enumerate(state(model).items()):
            low, width = value_range(name, tensor.shape)
            if name in quartered:
                low, width = low / 4, width / 4
            values = np.float32(low) + np.float32(width) * uniform(place, tensor.numel())
            tensor.copy_(torch.from_numpy(values).reshape(tensor.shape))
    return model.eval()


def logits(model, shape):
    image = torch.from_numpy(uniform(IMAGES_STREAM, int(np.prod(shape)))).reshape(1, *shape)
    with torch.no_grad():
        return model(image)[0]


def filled(network):
    build, shape = NETWORKS[network]
    model = build()
    return fill(model, quartered(network, model)), shape


def quartered(network, model):
    return residual_norms(model) if network in QUARTERED else []


# ---- safetensors, whose package isn't everywhere: https://github.com/huggingface/safetensors#format ----

TYPES = {torch.float32: "F32", torch.float16: "F16", torch.int64: "I64"}


def write(tensors, file):
    header, data = {"__metadata__": {"format": "pt"}}, []
    begin = 0
    for name, tensor in sorted(tensors.items(), key=lambda item: (-item[1].element_size(), item[0])):
        content = tensor.contiguous().numpy().tobytes()
        header[name] = {
            "dtype": TYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [begin, begin + len(content)],
        }
        begin += len(content)
        data.append(content)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        out.writelines(data)


def read(file):
    content = pathlib.Path(file).read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__", None)
    types = {name: dtype for dtype, name in TYPES.items()}
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = torch.frombuffer(bytearray(content[begin:end]), dtype=types[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"])
    return tensors


# ---- What is written, and what is tried ----


def write_fixture(network):
    build, shape = NETWORKS[network]
    has_logits = network in LOGITS
    model = filled(network)[0] if has_logits else build()
    write_results(network, model, shape, has_logits, quartered(network, model))


def write_results(name, model, shape, has_logits, quartered=()):
    fixture = {
        "images": shape,
        **({"quartered": quartered} if quartered else {}),
        "tensors": [" ".join([name, *map(str, tensor.shape)]) for name, tensor in state(model).items()],
        "logits": [float(f"{value:.{DIGITS}g}") for value in logits(model, shape)] if has_logits else [],
    }
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / f"{name}.json").write_text(json.dumps(fixture, indent=1) + "\n")
    print(f"{name}: {len(fixture['tensors'])} tensors, {len(fixture['logits'])} logits", flush=True)


def write_half_file():
    """A file as a later edition's class saves it after model.half(), and what PyTorch makes of those weights in float32."""
    model, shape = filled(HALF_FILE)
    model.half()
    write({f"net.{name}": tensor for name, tensor in model.state_dict().items()}, TARGET / f"{HALF_FILE}-half.safetensors")
    write_results(f"{HALF_FILE}-half", model.float(), shape, has_logits=True)


def check(network, file):
    expected_model, shape = filled(network)
    expected = logits(expected_model, shape)
    model = NETWORKS[network][0]()
    model.load_state_dict(read(file), strict=True)
    found = logits(model.eval(), shape)
    distance = (torch.linalg.norm(found - expected) / torch.linalg.norm(expected)).item()
    print(f"{network}: strict load of {file}, logits differ by {distance:.2g} of their norm")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", nargs=2, metavar=("NETWORK", "FILE"))
    parser.add_argument("--check", nargs=2, metavar=("NETWORK", "FILE"))
    parser.add_argument("networks", nargs="*", metavar="NETWORK")
    arguments = parser.parse_args()
    if arguments.write:
        network, file = arguments.write
        write(filled(network)[0].state_dict(), file)
    elif arguments.check:
        check(*arguments.check)
    else:
        for network in arguments.networks or NETWORKS:
            write_fixture(network)
        if not arguments.networks or HALF_FILE in arguments.networks:
            write_half_file()


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
