"""Makes the tables that TorchinfoTableTest expects.

    python3 src/test/python/torchinfo_tables.py          (needs PyTorch and torchinfo; made with 2.13.0 and 1.8.0)

Writes src/test/resources/dev/netwright/runtime/report/torchinfo-*.txt. Under Python 3.11 and later torchinfo 1.8 names the
unit of its multiply-adds "Units.MEGABYTES"; the tables have "M", as under earlier versions.
"""

import pathlib
from collections import OrderedDict

from torch import nn
from torchinfo import summary


TARGET = pathlib.Path(__file__).parents[3] / "src/test/resources/dev/netwright/runtime/report"


def block(name, **layers):
    return type(name, (nn.Sequential,), {})(OrderedDict(layers))


NETWORK = block(
    "Small",
    stage1=block("Stage1", c1=nn.Conv2d(1, 6, 5, padding=2), c1_sigmoid=nn.Sigmoid(), s2=nn.AvgPool2d(2)),
    stage2=block("Stage2", c3=nn.Conv2d(6, 16, 5), c3_norm=nn.BatchNorm2d(16), s4=nn.MaxPool2d((2, 3))),
    flat=block("Flat", flatten=nn.Flatten()),
    classifier=block("Classifier", c5=nn.Linear(240, 10)),
)
COLUMNS = ("input_size", "output_size", "num_params", "params_percent", "kernel_size", "mult_adds", "trainable")
LONG = block("Long", long_name_of_a_block=block("Long_name_of_a_block", fc=nn.Linear(1000, 1000, bias=False)))


def write(name, network, size, **options):
    table = str(summary(network, size, verbose=0, **options)).replace("Units.MEGABYTES", "M")
    (TARGET / f"torchinfo-{name}.txt").write_text(table + "\n", encoding="utf-8")


write("default", NETWORK, (32, 1, 28, 28))
write("all-columns", NETWORK, (32, 1, 28, 28), row_settings=("depth", "var_names"), col_names=COLUMNS)
write("long-names", LONG, (1, 1000), row_settings=("depth", "var_names"))
