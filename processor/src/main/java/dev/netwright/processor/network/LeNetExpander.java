package dev.netwright.processor.network;

import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.Written;

/** LeNet-5 with the layer names of LeCun et al. (1998), section II.B. */
public final class LeNetExpander {
    private static final int FIRST_HIDDEN = 5;

    private LeNetExpander() {}

    /** Expands a legal or repaired declaration. */
    public static NetworkGraph expand(LeNetDeclaration leNet) {
        ActivationFunction function = ActivationFunction.valueOf(leNet.activation());
        ChainBuilder chain = new ChainBuilder();
        convolution(chain, "c1", leNet.c1(), function);
        pool(chain, "s2", leNet.s2());
        chain.endBlock("stage1");
        convolution(chain, "c3", leNet.c3(), function);
        pool(chain, "s4", leNet.s4());
        chain.endBlock("stage2");
        int number = FIRST_HIDDEN;
        for (Written<Integer> units : leNet.hiddenUnits()) {
            String name = (number == FIRST_HIDDEN ? "c" : "f") + number;
            chain.then(name, new Layer.Linear(units.value()), units.origin());
            chain.activation(name, function, units.origin());
            number++;
        }
        chain.then(
                "f" + number,
                new Layer.Linear(leNet.classes().value()),
                leNet.classes().origin());
        chain.endBlock("classifier");
        return new NetworkGraph(
                "LeNet-5 (LeCun et al., 1998)",
                leNet.input().channels(),
                leNet.input().height(),
                leNet.input().width(),
                leNet.classes().value(),
                chain.blocks(),
                leNet.input().origin());
    }

    private static void convolution(
            ChainBuilder chain, String name, LeNetDeclaration.Conv conv, ActivationFunction function) {
        Window window = Window.square(conv.kernel().value(), conv.stride(), conv.padding());
        chain.then(
                name,
                new Layer.Convolution(conv.channels(), window),
                conv.origin(),
                conv.kernel().origin());
        chain.activation(name, function, conv.origin());
    }

    private static void pool(ChainBuilder chain, String name, LeNetDeclaration.Pool pool) {
        Window window = Window.square(pool.kernel(), pool.stride(), 0);
        chain.then(name, new Layer.Pool(PoolKind.valueOf(pool.kind()), window), pool.origin());
    }
}
