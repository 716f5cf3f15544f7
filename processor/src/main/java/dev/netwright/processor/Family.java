package dev.netwright.processor;

import dev.netwright.processor.check.BlocksHaveConvolutions;
import dev.netwright.processor.check.DeclarationCheck;
import dev.netwright.processor.check.OutputPaddingIsBelowStride;
import dev.netwright.processor.check.PoolPaddingIsAtMostHalf;
import dev.netwright.processor.check.RatioDividesChannels;
import dev.netwright.processor.check.StageNamesAreUnique;
import dev.netwright.processor.check.StagesReadEarlierOnes;
import dev.netwright.processor.check.UpsamplingsHaveOneSize;
import dev.netwright.processor.declaration.AlexNetDeclaration;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.ConvNeXtDeclaration;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.declaration.EfficientNetDeclaration;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.InceptionV3Declaration;
import dev.netwright.processor.declaration.InvertedResidualsDeclaration;
import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.MobileNetV3Declaration;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.NinDeclaration;
import dev.netwright.processor.declaration.RegNetDeclaration;
import dev.netwright.processor.declaration.ResNetDeclaration;
import dev.netwright.processor.declaration.ShuffleNetV2Declaration;
import dev.netwright.processor.declaration.SqueezeNetDeclaration;
import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.network.AlexNetExpander;
import dev.netwright.processor.network.ConvNeXtExpander;
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.EfficientNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.InceptionV3Expander;
import dev.netwright.processor.network.InvertedResidualsExpander;
import dev.netwright.processor.network.LeNetExpander;
import dev.netwright.processor.network.MobileNetV3Expander;
import dev.netwright.processor.network.NetworkExpander;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.NinExpander;
import dev.netwright.processor.network.RegNetExpander;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.ShuffleNetV2Expander;
import dev.netwright.processor.network.SqueezeNetExpander;
import dev.netwright.processor.network.VggExpander;
import dev.netwright.processor.torch.D2l;
import dev.netwright.processor.torch.TorchCounterpart;
import dev.netwright.processor.torch.Torchvision;
import dev.netwright.processor.torch.TorchvisionConvNeXt;
import dev.netwright.processor.torch.TorchvisionEfficientNet;
import dev.netwright.processor.torch.TorchvisionInception;
import dev.netwright.processor.torch.TorchvisionMobile;
import dev.netwright.processor.torch.TorchvisionMobileNetV3;
import dev.netwright.processor.torch.TorchvisionRegNet;
import dev.netwright.processor.torch.TorchvisionShuffleNet;
import java.util.List;
import java.util.function.Function;

/**
 * A family of networks: its annotation, how it is read and checked, how it becomes a graph, and what PyTorch has that
 * corresponds to it.
 *
 * @param <D> its declaration
 * @param torch one for each dialect; torchvision's comes first
 */
record Family<D>(
        String annotation,
        Function<AttributeReader, D> reader,
        List<DeclarationCheck<D>> checks,
        Function<D, NetworkGraph> expander,
        List<Function<D, TorchCounterpart>> torch) {

    /** The prefix of every annotation's name. */
    static final String ANNOTATIONS = "dev.netwright.annotations.";

    /** The annotation of interfaces whose methods carry layer annotations. */
    static final String NETWORK = ANNOTATIONS + "Network";

    /** The annotation of annotations whose nested interface has the stages of a block. */
    static final String BLOCK = ANNOTATIONS + "Block";

    /** Every family, in the order in which the processor looks for specs. */
    static final List<Family<?>> ALL = List.of(
            new Family<>(
                    ANNOTATIONS + "LeNet",
                    LeNetDeclaration::read,
                    List.of(),
                    LeNetExpander::expand,
                    List.of(Torchvision::none, D2l::leNet)),
            new Family<>(
                    ANNOTATIONS + "Vgg",
                    VggDeclaration::read,
                    List.of(new BlocksHaveConvolutions(), new RatioDividesChannels()),
                    VggExpander::expand,
                    List.of(Torchvision::vgg, D2l::vgg)),
            new Family<>(
                    ANNOTATIONS + "AlexNet",
                    AlexNetDeclaration::read,
                    List.of(),
                    AlexNetExpander::expand,
                    List.of(Torchvision::alexNet, D2l::alexNet)),
            new Family<>(
                    ANNOTATIONS + "Nin",
                    NinDeclaration::read,
                    List.of(),
                    NinExpander::expand,
                    List.of(Torchvision::none, D2l::nin)),
            new Family<>(
                    ANNOTATIONS + "ResNet",
                    ResNetDeclaration::read,
                    List.of(),
                    ResNetExpander::expand,
                    List.of(Torchvision::resNet, D2l::resNet)),
            new Family<>(
                    ANNOTATIONS + "Inception",
                    InceptionDeclaration::read,
                    List.of(),
                    InceptionExpander::expand,
                    List.of(TorchvisionInception::googLeNet, D2l::inception)),
            new Family<>(
                    ANNOTATIONS + "DenseNet",
                    DenseNetDeclaration::read,
                    List.of(),
                    DenseNetExpander::expand,
                    List.of(Torchvision::denseNet, D2l::denseNet)),
            new Family<>(
                    ANNOTATIONS + "SqueezeNet",
                    SqueezeNetDeclaration::read,
                    List.of(),
                    SqueezeNetExpander::expand,
                    List.of(Torchvision::squeezeNet, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "InceptionV3",
                    InceptionV3Declaration::read,
                    List.of(),
                    InceptionV3Expander::expand,
                    List.of(TorchvisionInception::inceptionV3, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "ConvNeXt",
                    ConvNeXtDeclaration::read,
                    List.of(),
                    ConvNeXtExpander::expand,
                    List.of(TorchvisionConvNeXt::convNeXt, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "RegNet",
                    RegNetDeclaration::read,
                    List.of(),
                    RegNetExpander::expand,
                    List.of(TorchvisionRegNet::regNet, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "ShuffleNetV2",
                    ShuffleNetV2Declaration::read,
                    List.of(),
                    ShuffleNetV2Expander::expand,
                    List.of(TorchvisionShuffleNet::shuffleNetV2, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "MobileNetV2",
                    InvertedResidualsDeclaration::read,
                    List.of(),
                    InvertedResidualsExpander::mobileNetV2,
                    List.of(TorchvisionMobile::mobileNetV2, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "MobileNetV3",
                    MobileNetV3Declaration::read,
                    List.of(),
                    MobileNetV3Expander::expand,
                    List.of(TorchvisionMobileNetV3::mobileNetV3, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "EfficientNet",
                    EfficientNetDeclaration::read,
                    List.of(),
                    EfficientNetExpander::expand,
                    List.of(TorchvisionEfficientNet::efficientNet, D2l::noFamily)),
            new Family<>(
                    ANNOTATIONS + "Mnasnet",
                    InvertedResidualsDeclaration::read,
                    List.of(),
                    InvertedResidualsExpander::mnasnet,
                    List.of(TorchvisionMobile::mnasnet, D2l::noFamily)),
            new Family<>(
                    NETWORK,
                    NetworkDeclaration::read,
                    List.of(
                            new StageNamesAreUnique(),
                            new StagesReadEarlierOnes(),
                            new PoolPaddingIsAtMostHalf(),
                            new UpsamplingsHaveOneSize(),
                            new OutputPaddingIsBelowStride()),
                    NetworkExpander::expand,
                    List.of(Torchvision::none, D2l::none)));
}
