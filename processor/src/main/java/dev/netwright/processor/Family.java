package dev.netwright.processor;

import dev.netwright.processor.check.BlocksHaveConvolutions;
import dev.netwright.processor.check.DeclarationCheck;
import dev.netwright.processor.check.PoolPaddingIsAtMostHalf;
import dev.netwright.processor.check.RatioDividesChannels;
import dev.netwright.processor.check.StageNamesAreOwn;
import dev.netwright.processor.declaration.AlexNetDeclaration;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.NinDeclaration;
import dev.netwright.processor.declaration.ResNetDeclaration;
import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.network.AlexNetExpander;
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.LeNetExpander;
import dev.netwright.processor.network.NetworkExpander;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.NinExpander;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.VggExpander;
import java.util.List;
import java.util.function.Function;

/**
 * A family of networks: its annotation, how it is read, what must hold of it, and what it means.
 *
 * @param <D> its declaration
 */
record Family<D>(
        String annotation,
        Function<AttributeReader, D> reader,
        List<DeclarationCheck<D>> checks,
        Function<D, NetworkGraph> expander) {

    /** What every annotation's name begins with. */
    static final String ANNOTATIONS = "dev.netwright.annotations.";

    /** Layers' annotations stand on the methods of an interface with this one. */
    static final String NETWORK = ANNOTATIONS + "Network";

    /** Every family, in the order in which specs are looked for. */
    static final List<Family<?>> ALL = List.of(
            new Family<>(ANNOTATIONS + "LeNet", LeNetDeclaration::read, List.of(), LeNetExpander::expand),
            new Family<>(
                    ANNOTATIONS + "Vgg",
                    VggDeclaration::read,
                    List.of(new BlocksHaveConvolutions(), new RatioDividesChannels()),
                    VggExpander::expand),
            new Family<>(ANNOTATIONS + "AlexNet", AlexNetDeclaration::read, List.of(), AlexNetExpander::expand),
            new Family<>(ANNOTATIONS + "Nin", NinDeclaration::read, List.of(), NinExpander::expand),
            new Family<>(ANNOTATIONS + "ResNet", ResNetDeclaration::read, List.of(), ResNetExpander::expand),
            new Family<>(ANNOTATIONS + "Inception", InceptionDeclaration::read, List.of(), InceptionExpander::expand),
            new Family<>(ANNOTATIONS + "DenseNet", DenseNetDeclaration::read, List.of(), DenseNetExpander::expand),
            new Family<>(
                    NETWORK,
                    NetworkDeclaration::read,
                    List.of(new StageNamesAreOwn(), new PoolPaddingIsAtMostHalf()),
                    NetworkExpander::expand));
}
