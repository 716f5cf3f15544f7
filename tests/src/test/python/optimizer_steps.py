"""Writes three steps of PyTorch's optimizers, with which OptimizerConformanceTest compares kernel sets; run with PyTorch 1.13:
python3 optimizer_steps.py

A line is a name and the weight, class by class, and the bias of four images' logits, in float64. The weights decay by 0.1 before the rule sees
their gradients. PyTorch doesn't have AdaBelief, Lion and LAMB, which are from their papers (Zhuang et al., 2020, algorithm 2; Chen et al., 2023,
algorithm 2; You et al., 2020, algorithm 2). The weights of the last two also decay by 0.2 in their own formula.
"""

import inspect
import pathlib

import torch
import torch.nn.functional as F
from torch.optim import nadam

TARGET = pathlib.Path(__file__).parent.parent / "resources/optimizers/pytorch_steps.txt"
RATE = 0.1
DECAY = 0.1
BETAS = (0.8, 0.95)

# PyTorch 1.13 multiplies by mu(t) twice; PyTorch 2 has the paper's product.
TWICE = "mu_product_next = mu_product * mu * mu_next"
SOURCE = inspect.getsource(nadam._single_tensor_nadam)
if TWICE in SOURCE:
    exec(SOURCE.replace(TWICE, "mu_product_next = mu_product * mu_next"), nadam.__dict__)


class OfPaper(torch.optim.Optimizer):
    """A rule with moments that begin at 0; a subclass changes one parameter by its decayed gradient g in step t."""

    def __init__(self, groups):
        super().__init__(groups, {"weight_decay": 0})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state.update(t=0, m=torch.zeros_like(p), s=torch.zeros_like(p))
                state["t"] += 1
                self.change(p, p.grad + group["weight_decay"] * p, state, 2 * group["weight_decay"])


class AdaBelief(OfPaper):
    def change(self, p, g, state, decay):
        state["m"] = BETAS[0] * state["m"] + (1 - BETAS[0]) * g
        state["s"] = BETAS[1] * state["s"] + (1 - BETAS[1]) * (g - state["m"]) ** 2 + 1e-2
        m = state["m"] / (1 - BETAS[0] ** state["t"])
        s = state["s"] / (1 - BETAS[1] ** state["t"])
        p -= RATE * m / (s.sqrt() + 1e-2)


class Lion(OfPaper):
    def change(self, p, g, state, decay):
        direction = torch.sign(BETAS[0] * state["m"] + (1 - BETAS[0]) * g)
        p -= RATE * (direction + decay * p)
        state["m"] = BETAS[1] * state["m"] + (1 - BETAS[1]) * g


class Lamb(OfPaper):
    def change(self, p, g, state, decay):
        state["m"] = BETAS[0] * state["m"] + (1 - BETAS[0]) * g
        state["s"] = BETAS[1] * state["s"] + (1 - BETAS[1]) * g**2
        m = state["m"] / (1 - BETAS[0] ** state["t"])
        s = state["s"] / (1 - BETAS[1] ** state["t"])
        u = m / (s.sqrt() + 1e-2) + decay * p
        p -= RATE * p.norm() / u.norm() * u


OPTIMIZERS = {
    "amsGrad": lambda p: torch.optim.Adam(p, lr=RATE, betas=BETAS, eps=1e-2, amsgrad=True),
    "rmsProp": lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.9, eps=1e-2),
    "rmsPropMomentum": lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.9, eps=1e-2, momentum=0.8),
    "adaGrad": lambda p: torch.optim.Adagrad(p, lr=RATE, eps=1e-2),
    "adaDelta": lambda p: torch.optim.Adadelta(p, lr=RATE, rho=0.8, eps=1e-2),
    "adaMax": lambda p: torch.optim.Adamax(p, lr=RATE, betas=BETAS, eps=1e-2),
    "nadam": lambda p: torch.optim.NAdam(p, lr=RATE, betas=BETAS, eps=1e-2, momentum_decay=0.3),
    "adaBelief": AdaBelief,
    "lion": Lion,
    "lamb": Lamb,
}


def trained(make):
    w = torch.tensor([[0.3 * k - 0.2 * n + 0.1 * k * n for n in range(4)] for k in range(3)], requires_grad=True)
    b = torch.tensor([0.5, -0.25, 0.125], requires_grad=True)
    optimizer = make([{"params": [w], "weight_decay": DECAY}, {"params": [b]}])
    for _ in range(3):
        optimizer.zero_grad()
        F.cross_entropy((w + b[:, None]).T, torch.tensor([0, 1, 2, 1])).backward()
        optimizer.step()
    return w.detach().flatten().tolist() + b.detach().tolist()


def main():
    torch.set_default_dtype(torch.float64)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with open(TARGET, "w", encoding="ascii") as file:
        file.write("# optimizer_steps.py with PyTorch %s\n" % torch.__version__.split("+")[0])
        for name, make in OPTIMIZERS.items():
            file.write(" ".join([name] + ["%.9g" % number for number in trained(make)]) + "\n")


if __name__ == "__main__":
    main()
