"""Writes PyTorch's learning rates step by step, with which ScheduleTest compares; run with PyTorch 1.13: python3 schedule_fixtures.py

A line is a name and the rate of each of 48 steps, or as many as the name says, the base rate being 1. Plateaus have a line of metrics as well.
"""

import math
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as schedulers

STEPS = 48
STEPS_PER_EPOCH = 4
EPOCHS = STEPS // STEPS_PER_EPOCH
TARGET = pathlib.Path(__file__).parent.parent / "resources/dev/netwright/runtime/schedule/pytorch_schedules.txt"


def optimizer(rate=1.0):
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)


def by_step(scheduler, of, steps=STEPS):
    rates = []
    for _ in range(steps):
        if rates:
            of.step()
            scheduler.step()
        rates.append(of.param_groups[0]["lr"])
    return rates


def by_epoch(scheduler, of):
    rates = []
    for _ in range(EPOCHS):
        rates.extend([of.param_groups[0]["lr"]] * STEPS_PER_EPOCH)
        of.step()
        scheduler.step()
    return rates


def restarts(first, growth):
    of = optimizer()
    scheduler = schedulers.CosineAnnealingWarmRestarts(of, first, growth)
    rates = []
    for step in range(STEPS):
        scheduler.step(step / STEPS_PER_EPOCH)
        rates.append(of.param_groups[0]["lr"])
    return rates


def warm_up(of, then, steps, start=0.01):
    warm = schedulers.LinearLR(of, start_factor=start, total_iters=steps)
    return schedulers.SequentialLR(of, [warm, then], [steps])


def plateau(metrics, **options):
    of = optimizer()
    scheduler = schedulers.ReduceLROnPlateau(of, eps=0, **options)
    rates = []
    for metric in metrics:
        scheduler.step(metric)
        rates.append(of.param_groups[0]["lr"])
    return rates


def lines():
    of = optimizer()
    yield "step", by_epoch(schedulers.StepLR(of, 3, 0.1), of)
    of = optimizer()
    yield "multiStep", by_epoch(schedulers.MultiStepLR(of, [2, 5, 11], 0.5), of)
    of = optimizer()
    yield "cosine", by_step(schedulers.CosineAnnealingLR(of, STEPS), of)
    of = optimizer()
    yield "cosineTo", by_step(schedulers.CosineAnnealingLR(of, STEPS, eta_min=0.05), of)
    of = optimizer()
    yield "cosineByEpoch", by_epoch(schedulers.CosineAnnealingLR(of, EPOCHS), of)
    yield "restarts", restarts(3, 1)
    yield "growingRestarts", restarts(2, 2)
    of = optimizer()
    yield "oneCycle", by_step(schedulers.OneCycleLR(of, 1, STEPS, cycle_momentum=False), of)
    of = optimizer()
    one = schedulers.OneCycleLR(of, 1, STEPS, pct_start=0.25, div_factor=10, final_div_factor=100, cycle_momentum=False)
    yield "otherOneCycle", by_step(one, of)
    for steps in range(1, 7):
        of = optimizer()
        yield "oneCycleOf%d" % steps, by_step(schedulers.OneCycleLR(of, 1, steps, cycle_momentum=False), of, steps)
        of = optimizer()
        late = schedulers.OneCycleLR(of, 1, steps, pct_start=0.9, cycle_momentum=False)
        yield "lateOneCycleOf%d" % steps, by_step(late, of, steps)
        of = optimizer()
        yield "cosineOf%d" % steps, by_step(schedulers.CosineAnnealingLR(of, steps), of, steps)
    of = optimizer()
    yield "warmCosine", by_step(warm_up(of, schedulers.CosineAnnealingLR(of, STEPS - 6), 6), of)
    of = optimizer()
    yield "warmCosineByEpoch", by_epoch(warm_up(of, schedulers.CosineAnnealingLR(of, EPOCHS - 3), 3), of)
    of = optimizer()
    yield "warmMultiStep", by_epoch(warm_up(of, schedulers.MultiStepLR(of, [2, 5], 0.1), 3, 0.25), of)
    falling = [1, 0.9, 0.91, 0.9, 0.89999, 0.95, 0.5, 0.6, 0.6, 0.6, 0.6, 0.6, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, math.nan]
    yield "fallingMetrics", falling
    yield "falling", plateau(falling, factor=0.1, patience=2)
    yield "fallingAfterCooldown", plateau(falling, factor=0.5, patience=1, cooldown=2, min_lr=0.2)
    rising = [0.1, 0.5, 0.5, 0.50001, 0.4, 0.6, 0.6, 0.6, 0.7, 0.1, 0.1, 0.1]
    yield "risingMetrics", rising
    yield "rising", plateau(rising, mode="max", factor=0.1, patience=1)


def main():
    warnings.simplefilter("ignore")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with open(TARGET, "w", encoding="ascii") as file:
        file.write("# schedule_fixtures.py with PyTorch %s\n" % torch.__version__.split("+")[0])
        for name, numbers in lines():
            file.write(" ".join([name] + [repr(float(number)) for number in numbers]) + "\n")


if __name__ == "__main__":
    main()
