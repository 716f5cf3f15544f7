"""Writes what PyTorch's optimizers make of the same gradients, with which PyTorchFormulasTest compares; run with PyTorch 1.13:
python3 optimizer_fixtures.py

A line is a name and numbers: the parameters before, the gradients and the learning rate of each step, and of each optimizer the parameters after
each step and what it keeps after the last. The second gradient is 0 in each step, the third in all but the first. PyTorch doesn't
have AdaBelief, Lion and LAMB: they are evaluated in float64 from their papers (Zhuang et al., 2020, algorithm 2; Chen et al., 2023, algorithm 2; You
et al., 2020, algorithm 2).
"""

import inspect
import pathlib

import torch
from torch.optim import nadam

STEPS = 6
SIZE = 8
TARGET = pathlib.Path(__file__).parent.parent / "resources/dev/netwright/runtime/engine/optimizer/pytorch_optimizers.txt"

# PyTorch 1.13 multiplies by mu(t) twice; PyTorch 2 has the paper's product.
TWICE = "mu_product_next = mu_product * mu * mu_next"
SOURCE = inspect.getsource(nadam._single_tensor_nadam)
if TWICE in SOURCE:
    exec(SOURCE.replace(TWICE, "mu_product_next = mu_product * mu_next"), nadam.__dict__)

VALUES = [1, -0.5, 0.25, -2, 0.75, 0.1, -0.05, 1.5]
GRADIENTS = [
    [0.5 * (-1) ** (i * t) / (1 + i) + 0.1 * t if i not in (1, 2) or (i == 2 and t == 0) else 0.0 for i in range(SIZE)]
    for t in range(STEPS)
]
RATES = [0.05, 0.05, 0.02, 0.02, 0.02, 0.1]

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=1),
    "sgdDecay": lambda p: torch.optim.SGD(p, lr=1, weight_decay=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=1, momentum=0.9, weight_decay=0.1),
    "nesterov": lambda p: torch.optim.SGD(p, lr=1, momentum=0.9, weight_decay=0.1, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=1, betas=(0.8, 0.95), eps=1e-2),
    "adamDecay": lambda p: torch.optim.Adam(p, lr=1, betas=(0.8, 0.95), eps=1e-2, weight_decay=0.1),
    "adamW": lambda p: torch.optim.AdamW(p, lr=1, betas=(0.8, 0.95), eps=1e-2, weight_decay=0.3),
    "amsGrad": lambda p: torch.optim.Adam(p, lr=1, betas=(0.8, 0.6), eps=1e-2, weight_decay=0.1, amsgrad=True),
    "amsGradW": lambda p: torch.optim.AdamW(p, lr=1, betas=(0.8, 0.6), eps=1e-2, weight_decay=0.3, amsgrad=True),
    "rmsProp": lambda p: torch.optim.RMSprop(p, lr=1, alpha=0.9, eps=1e-2),
    "rmsPropMomentum": lambda p: torch.optim.RMSprop(p, lr=1, alpha=0.9, eps=1e-2, momentum=0.8, weight_decay=0.1),
    "adaGrad": lambda p: torch.optim.Adagrad(p, lr=1, eps=1e-2),
    "adaGradDecay": lambda p: torch.optim.Adagrad(p, lr=1, eps=1e-2, weight_decay=0.1),
    "adaDelta": lambda p: torch.optim.Adadelta(p, lr=1, rho=0.8, eps=1e-2),
    "adaDeltaDecay": lambda p: torch.optim.Adadelta(p, lr=1, rho=0.8, eps=1e-2, weight_decay=0.1),
    "adaMax": lambda p: torch.optim.Adamax(p, lr=1, betas=(0.8, 0.95), eps=1e-2),
    "adaMaxDecay": lambda p: torch.optim.Adamax(p, lr=1, betas=(0.8, 0.95), eps=1e-2, weight_decay=0.1),
    "nadam": lambda p: torch.optim.NAdam(p, lr=1, betas=(0.8, 0.95), eps=1e-2, momentum_decay=0.3),
    "nadamDecay": lambda p: torch.optim.NAdam(p, lr=1, betas=(0.8, 0.95), eps=1e-2, weight_decay=0.1, momentum_decay=0.3),
}


def trained(name, make):
    p = torch.nn.Parameter(torch.tensor(VALUES, dtype=torch.float32))
    optimizer = make([p])
    for step in range(STEPS):
        p.grad = torch.tensor(GRADIENTS[step], dtype=torch.float32)
        for group in optimizer.param_groups:
            group["lr"] = RATES[step]
        optimizer.step()
        yield "%s.step%d" % (name, step + 1), p.detach().tolist()
    for kind, state in optimizer.state[p].items():
        if torch.is_tensor(state) and state.numel() == SIZE:
            yield name + "." + kind, state.tolist()


def ada_belief(name, beta1, beta2, epsilon, decay):
    p = [float(torch.tensor(value, dtype=torch.float32)) for value in VALUES]
    m = [0.0] * SIZE
    s = [0.0] * SIZE
    for step in range(STEPS):
        t = step + 1
        for i in range(SIZE):
            g = float(torch.tensor(GRADIENTS[step][i], dtype=torch.float32)) + decay * p[i]
            m[i] = beta1 * m[i] + (1 - beta1) * g
            s[i] = beta2 * s[i] + (1 - beta2) * (g - m[i]) ** 2 + epsilon
            corrected = m[i] / (1 - beta1**t)
            p[i] -= RATES[step] * corrected / ((s[i] / (1 - beta2**t)) ** 0.5 + epsilon)
        yield "%s.step%d" % (name, t), list(p)
    yield name + ".exp_avg", m
    yield name + ".exp_avg_var", s


def gradient(step, coupled, p):
    exact = torch.tensor(GRADIENTS[step], dtype=torch.float32).tolist()
    return [g + coupled * value for g, value in zip(exact, p)]


def lion(name, beta1, beta2, coupled, decay):
    p = torch.tensor(VALUES, dtype=torch.float32).tolist()
    m = [0.0] * SIZE
    for step in range(STEPS):
        g = gradient(step, coupled, p)
        for i in range(SIZE):
            direction = beta1 * m[i] + (1 - beta1) * g[i]
            sign = (direction > 0) - (direction < 0)
            p[i] -= RATES[step] * (sign + decay * p[i])
            m[i] = beta2 * m[i] + (1 - beta2) * g[i]
        yield "%s.step%d" % (name, step + 1), list(p)
    yield name + ".exp_avg", m


def lamb(name, beta1, beta2, epsilon, coupled, decay):
    p = torch.tensor(VALUES, dtype=torch.float32).tolist()
    m = [0.0] * SIZE
    v = [0.0] * SIZE
    for step in range(STEPS):
        t = step + 1
        g = gradient(step, coupled, p)
        m = [beta1 * old + (1 - beta1) * new for old, new in zip(m, g)]
        v = [beta2 * old + (1 - beta2) * new * new for old, new in zip(v, g)]
        u = [
            m[i] / (1 - beta1**t) / ((v[i] / (1 - beta2**t)) ** 0.5 + epsilon) + decay * p[i] for i in range(SIZE)
        ]
        trust = sum(x * x for x in p) ** 0.5 / sum(x * x for x in u) ** 0.5
        p = [p[i] - RATES[step] * trust * u[i] for i in range(SIZE)]
        yield "%s.step%d" % (name, t), list(p)
    yield name + ".exp_avg", m
    yield name + ".exp_avg_sq", v


def lines():
    yield "values", VALUES
    yield "rates", RATES
    for step in range(STEPS):
        yield "gradient%d" % (step + 1), torch.tensor(GRADIENTS[step], dtype=torch.float32).tolist()
    for name, make in OPTIMIZERS.items():
        yield from trained(name, make)
    yield from ada_belief("adaBelief", 0.8, 0.95, 1e-2, 0)
    yield from ada_belief("adaBeliefDecay", 0.8, 0.95, 1e-2, 0.1)
    yield from lion("lion", 0.85, 0.95, 0, 0)
    yield from lion("lionDecay", 0.85, 0.95, 0.1, 0)
    yield from lion("lionW", 0.85, 0.95, 0, 0.3)
    yield from lamb("lamb", 0.8, 0.95, 1e-2, 0, 0)
    yield from lamb("lambDecay", 0.8, 0.95, 1e-2, 0.1, 0)
    yield from lamb("lambW", 0.8, 0.95, 1e-2, 0, 0.3)


def main():
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with open(TARGET, "w", encoding="ascii") as file:
        file.write("# optimizer_fixtures.py with PyTorch %s\n" % torch.__version__.split("+")[0])
        for name, numbers in lines():
            file.write(" ".join([name] + [repr(float(number)) for number in numbers]) + "\n")


if __name__ == "__main__":
    main()
