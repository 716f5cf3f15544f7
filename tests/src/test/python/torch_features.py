"""Makes what the test of features compares with: what forward hooks on modules of PyTorch's networks receive.

    python3 tests/src/test/python/torch_features.py

writes src/test/resources/torch-features/NETWORK.json. Weights and image are those of torch_weights.py. Each stage has the shape of its output
and, of all values or of every n-th, those of float64, with the relative error of PyTorch's own float32 around them.
Needs PyTorch, torchvision and numpy.
"""

import json
import pathlib

import numpy as np
import torch

from torch_weights import IMAGES_STREAM, filled, uniform

TARGET = pathlib.Path(__file__).parents[1] / "resources/torch-features"

VALUES = 200  # of a stage, at most
DIGITS = 12

# Of each network the stages by our names, and the modules whose outputs they are; "in:" is a module's input.
STAGES = {
    "d2l-lenet": {"c1": "1", "s2": "2", "stage2": "5", "c5": "8", "": "in:11"},
    "torchvision-resnet18": {
        "conv1_norm": "bn1", "stem": "maxpool", "layer1.1": "layer1.1", "layer3": "layer3", "layer4.0.conv1_norm": "layer4.0.bn1",
        "pool5": "avgpool", "": "in:fc",
    },
    "torchvision-densenet121": {"dense1": "features.denseblock1", "transition1": "features.transition1", "": "in:classifier"},
    "d2l-googlenet": {"inception3a": "2.0", "inception4e": "3.4", "": "in:5"},
    "d2l-nin": {"": "in:7.4"},
}


def hooked(model, stages, image):
    found = {}

    def keep(stage, value):
        found[stage] = value.detach().clone()

    handles = []
    for stage, path in stages.items():
        if path.startswith("in:"):
            module = model.get_submodule(path[3:])
            handles.append(module.register_forward_pre_hook(lambda m, given, stage=stage: keep(stage, given[0])))
        else:
            module = model.get_submodule(path)
            handles.append(module.register_forward_hook(lambda m, given, value, stage=stage: keep(stage, value)))
    with torch.no_grad():
        model(image)
    for handle in handles:
        handle.remove()
    return found


def error(found, expected):
    return (torch.linalg.norm(found.double() - expected) / torch.linalg.norm(expected)).item()


def fixture(network):
    model, shape = filled(network)
    image = torch.from_numpy(uniform(IMAGES_STREAM, int(np.prod(shape)))).reshape(1, *shape)
    stages = STAGES[network]
    singles = hooked(model, stages, image)
    with torch.backends.mkldnn.flags(enabled=False):
        others = hooked(model, stages, image)
    doubles = hooked(model.double(), stages, image.double())
    results = {}
    for stage, exact in doubles.items():
        flat = exact.flatten()
        step = -(-len(flat) // VALUES)
        results[stage] = {
            "shape": list(exact.shape[1:]),
            "step": step,
            "spread": max(error(found[stage].flatten()[::step], flat[::step]) for found in (singles, others)),
            "values": [float(f"{value:.{DIGITS}g}") for value in flat[::step]],
        }
    return results


def main():
    torch.set_num_threads(1)
    TARGET.mkdir(parents=True, exist_ok=True)
    for network in STAGES:
        results = fixture(network)
        (TARGET / f"{network}.json").write_text(json.dumps(results, indent=1) + "\n")
        print(network, {stage: (result["shape"], f"{result['spread']:.1e}") for stage, result in results.items()}, flush=True)


if __name__ == "__main__":
    main()
