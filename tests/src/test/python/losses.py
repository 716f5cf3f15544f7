"""PyTorch's losses and their gradients in float64, of outputs that are float32 numbers, for LossesOfPyTorchTest and PixelLossesOfPyTorchTest.

    python3 losses.py

writes losses.json and pixels.json in ../resources/losses. Focal loss and the Dice loss are the papers' formulas, differentiated by PyTorch.
"""

import json
import pathlib
import random

import numpy
import torch
from torch.nn import functional

IMAGES, OUTPUTS = 4, 3
HEIGHT, WIDTH = 3, 5  # Of images whose pixels have classes.


def rows(seed, scale):
    numbers = random.Random(seed)
    return [[float(numpy.float32(numbers.gauss(0, scale))) for _ in range(OUTPUTS)] for _ in range(IMAGES)]


def focal(outputs, labels, gamma, weights):
    logs = functional.log_softmax(outputs, 1).gather(1, labels[:, None])[:, 0]
    of_labels = weights[labels]
    return -(of_labels * (1 - logs.exp()) ** gamma * logs).sum() / of_labels.sum()


def case(name, loss, outputs, targets, **settings):
    given = torch.tensor(outputs, dtype=torch.float64, requires_grad=True)
    weights = torch.tensor(settings.get("weights") or [1.0] * OUTPUTS, dtype=torch.float64)
    labels = torch.tensor(targets) if isinstance(targets[0], int) else None
    values = None if labels is not None else torch.tensor(targets, dtype=torch.float64)
    if loss == "CROSS_ENTROPY":
        value = functional.cross_entropy(given, labels, weights, label_smoothing=settings.get("smoothing", 0.0))
    elif loss == "FOCAL":
        value = focal(given, labels, settings["number"], weights)
    elif loss == "SIGMOID_CROSS_ENTROPY":
        value = functional.binary_cross_entropy_with_logits(given, values, pos_weight=weights)
    elif loss == "MEAN_SQUARED_ERROR":
        value = functional.mse_loss(given, values)
    elif loss == "MEAN_ABSOLUTE_ERROR":
        value = functional.l1_loss(given, values)
    else:
        value = functional.huber_loss(given, values, delta=settings["number"])
    value.backward()
    return {
        "name": name,
        "loss": loss,
        "number": settings.get("number", 0.0),
        "smoothing": settings.get("smoothing", 0.0),
        "weights": settings.get("weights", []),
        "outputs": outputs,
        "labels": targets if labels is not None else [],
        "targets": targets if labels is None else [],
        "value": value.item(),
        "gradient": given.grad.tolist(),
    }


def dice(outputs, labels, weights):
    """PixelDice's formula; a label of -1 doesn't count."""
    counts = (labels >= 0)[:, None].double()
    p = outputs.softmax(1) * counts
    h = functional.one_hot(labels.clamp(min=0), OUTPUTS).permute(0, 3, 1, 2) * counts
    coefficients = (2 * (p * h).sum((2, 3)) + 1) / (p.sum((2, 3)) + h.sum((2, 3)) + 1)
    return 1 - (weights * coefficients).sum() / (len(outputs) * weights.sum())


def pixels(name, loss, seed, scale, weights=None, classless=()):
    numbers = random.Random(seed)
    logits = [float(numpy.float32(numbers.gauss(0, scale))) for _ in range(IMAGES * OUTPUTS * HEIGHT * WIDTH)]
    labels = [numbers.randrange(OUTPUTS) for _ in range(IMAGES * HEIGHT * WIDTH)]
    for place in classless:
        labels[place] = -1
    given = torch.tensor(logits, dtype=torch.float64).reshape(IMAGES, OUTPUTS, HEIGHT, WIDTH).requires_grad_()
    wanted = torch.tensor(labels).reshape(IMAGES, HEIGHT, WIDTH)
    of_classes = torch.tensor(weights or [1.0] * OUTPUTS, dtype=torch.float64)
    if loss == "PIXEL_CROSS_ENTROPY":
        value = functional.cross_entropy(given, wanted, of_classes, ignore_index=-1)
    else:
        value = dice(given, wanted, of_classes)
    value.backward()
    return {
        "name": name,
        "loss": loss,
        "weights": weights or [],
        "outputs": logits,
        "targets": [float(label) for label in labels],
        "value": value.item(),
        "gradient": given.grad.flatten().tolist(),
    }


def pixel_cases():
    weights = [0.5, 3.0, 1.25]
    some, image = (0, 5, 11, 12, 40), range(HEIGHT * WIDTH)
    cases = []
    for loss in ("PIXEL_CROSS_ENTROPY", "PIXEL_DICE"):
        cases += [
            pixels(f"{loss}", loss, 11, 1),
            pixels(f"{loss}, large logits", loss, 12, 40),
            pixels(f"{loss}, weights", loss, 13, 3, weights),
            pixels(f"{loss}, a class without weight", loss, 14, 1, [0.0, 1.0, 2.0]),
            pixels(f"{loss}, pixels without a class", loss, 15, 1, None, some),
            pixels(f"{loss}, weights and an image without a class", loss, 16, 1, weights, image),
        ]
    return cases


def main():
    usual, wide, far = rows(1, 1), rows(2, 10), rows(3, 40)
    labels, weights, several = [2, 0, 2, 1], [0.5, 3.0, 1.25], [[1, 0, 1], [0, 0, 0], [1, 1, 1], [0, 1, 0]]
    several = [[float(value) for value in row] for row in several]
    numbers = rows(4, 2)
    numbers[1][1] = usual[1][1]  # A difference of 0.
    cases = [
        case("weights of classes", "CROSS_ENTROPY", usual, labels, weights=weights),
        case("weights of classes, large logits", "CROSS_ENTROPY", far, labels, weights=weights),
        case("weights of classes and smoothed labels", "CROSS_ENTROPY", usual, labels, weights=weights, smoothing=0.1),
        case("a class without weight", "CROSS_ENTROPY", usual, labels, weights=[0.0, 1.0, 2.0]),
    ]
    for gamma in (0.0, 0.5, 1.0, 2.0, 5.0):
        cases.append(case(f"focal, gamma {gamma}", "FOCAL", usual, labels, number=gamma))
        cases.append(case(f"focal, gamma {gamma}, weights", "FOCAL", wide, labels, number=gamma, weights=weights))
    cases += [
        case("several labels", "SIGMOID_CROSS_ENTROPY", usual, several),
        case("several labels, large logits", "SIGMOID_CROSS_ENTROPY", far, several),
        case("several labels, positive weights", "SIGMOID_CROSS_ENTROPY", wide, several, weights=weights),
        case("shares of labels", "SIGMOID_CROSS_ENTROPY", usual, [[0.25, 1.0, 0.5]] * IMAGES, weights=weights),
        case("squared", "MEAN_SQUARED_ERROR", usual, numbers),
        case("absolute", "MEAN_ABSOLUTE_ERROR", usual, numbers),
        case("huber, delta 1", "HUBER", usual, numbers, number=1.0),
        case("huber, delta 0.25", "HUBER", usual, numbers, number=0.25),
    ]
    write("losses.json", cases)
    write("pixels.json", pixel_cases())


def write(name, cases):
    file = pathlib.Path(__file__).parent / "../resources/losses" / name
    file.write_text("[\n" + ",\n".join(json.dumps(each) for each in cases) + "\n]\n")


if __name__ == "__main__":
    main()
