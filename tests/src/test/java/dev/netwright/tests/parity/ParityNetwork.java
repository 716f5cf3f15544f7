package dev.netwright.tests.parity;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.alexnet.AlexNet227DropoutFirst;
import dev.netwright.models.convnext.ImageNetConvNeXtBase;
import dev.netwright.models.convnext.ImageNetConvNeXtSmall;
import dev.netwright.models.convnext.ImageNetConvNeXtTiny;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.densenet.ImageNetDenseNet169;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB0;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB1;
import dev.netwright.models.efficientnet.ImageNetEfficientNetB3;
import dev.netwright.models.efficientnet.ImageNetEfficientNetV2S;
import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.models.exercises.RectangularConvolution;
import dev.netwright.models.exercises.RectangularPool;
import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.inception.GoogLeNet227;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.inception.ImageNetGoogLeNetNarrow4e;
import dev.netwright.models.inception.ImageNetInceptionV3;
import dev.netwright.models.inception.TorchvisionGoogLeNet;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.models.mnasnet.ImageNetMnasnet05;
import dev.netwright.models.mnasnet.ImageNetMnasnet10;
import dev.netwright.models.mobilenet.ImageNetMobileNetV2;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Large;
import dev.netwright.models.mobilenet.ImageNetMobileNetV3Small;
import dev.netwright.models.mobilenet.MobileNetV3SmallAt32;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.nin.Nin227;
import dev.netwright.models.regnet.ImageNetRegNetX1600MF;
import dev.netwright.models.regnet.ImageNetRegNetX400MF;
import dev.netwright.models.regnet.ImageNetRegNetY1600MF;
import dev.netwright.models.regnet.ImageNetRegNetY400MF;
import dev.netwright.models.resnet.ImageNetResNeXt50;
import dev.netwright.models.resnet.ImageNetResNet101;
import dev.netwright.models.resnet.ImageNetResNet18;
import dev.netwright.models.resnet.ImageNetResNet34;
import dev.netwright.models.resnet.ImageNetResNet50;
import dev.netwright.models.resnet.ImageNetResNet50D;
import dev.netwright.models.resnet.ImageNetWideResNet50;
import dev.netwright.models.resnet.LeafResNet18;
import dev.netwright.models.resnet.ResNet18At32;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.resnet.WideLeafResNet;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X05;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X10;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X15;
import dev.netwright.models.shufflenet.ImageNetShuffleNetV2X20;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet10;
import dev.netwright.models.squeezenet.ImageNetSqueezeNet11;
import dev.netwright.models.unet.SmallUNet;
import dev.netwright.models.vgg.ImageNetVgg11;
import dev.netwright.models.vgg.ImageNetVgg11BatchNorm;
import dev.netwright.models.vgg.ImageNetVgg11Lrn;
import dev.netwright.models.vgg.ImageNetVgg13;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.ImageNetVgg16BatchNorm;
import dev.netwright.models.vgg.ImageNetVgg16DropoutBeforeLinear;
import dev.netwright.models.vgg.ImageNetVgg16HalfSquaredError;
import dev.netwright.models.vgg.ImageNetVgg16Pointwise;
import dev.netwright.models.vgg.ImageNetVgg19;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.models.vgg.Vgg11DropoutFirst;
import dev.netwright.models.vgg.Vgg11Eighth;
import dev.netwright.models.vgg.Vgg11EighthAt96;
import dev.netwright.models.vgg.Vgg11Quarter;
import dev.netwright.runtime.network.NetworkType;
import java.util.Arrays;
import java.util.List;

/**
 * A network that PyTorch has computed too.
 *
 * @param name of the fixture
 * @param type the network
 * @param models classes of netwright-models of its architecture: they differ from it in the image's size, the number of classes and
 *     channels or units alone, unless they are it
 */
public record ParityNetwork(String name, NetworkType<?> type, List<NetworkType<?>> models) {
    /** Parameters from which on a network is large. */
    private static final long LARGE = 500_000;

    private static final List<ParityNetwork> ALL = List.of(
            network("lenet-28", LeNet28.TYPE, LeNet28.TYPE),
            network("lenet-32", LeNet32.TYPE, LeNet32.TYPE),
            network("lenet-norm", BatchNormLeNet28.TYPE, BatchNormLeNet28.TYPE),
            network("lenet-norm-biased", BiasedBatchNormLeNet28.TYPE),
            network("alexnet", AlexNetAt99.TYPE, AlexNet224.TYPE),
            network("alexnet-dropout-first", AlexNetDropoutFirstAt99.TYPE, AlexNet227DropoutFirst.TYPE),
            network(
                    "vgg-11-eighth",
                    Vgg11EighthAt64.TYPE,
                    Vgg11.TYPE,
                    Vgg11Quarter.TYPE,
                    Vgg11Eighth.TYPE,
                    Vgg11EighthAt96.TYPE,
                    ImageNetVgg11.TYPE),
            network("vgg-11-dropout-first", Vgg11DropoutFirstSixteenth.TYPE, Vgg11DropoutFirst.TYPE),
            network("vgg-11-lrn", Vgg11LrnSixteenth.TYPE, ImageNetVgg11Lrn.TYPE),
            network("vgg-11-batch-norm", Vgg11BatchNormSixteenth.TYPE, ImageNetVgg11BatchNorm.TYPE),
            network("vgg-13", Vgg13Sixteenth.TYPE, ImageNetVgg13.TYPE),
            network("vgg-16", Vgg16At32.TYPE, ImageNetVgg16.TYPE),
            network(
                    "vgg-16-dropout-before-linear",
                    Vgg16DropoutBeforeLinearSixteenth.TYPE,
                    ImageNetVgg16DropoutBeforeLinear.TYPE),
            network("vgg-16-batch-norm", Vgg16BatchNormSixteenth.TYPE, ImageNetVgg16BatchNorm.TYPE),
            network("vgg-16-half-squared-error", Vgg16HalfSquaredErrorQuarter.TYPE, ImageNetVgg16HalfSquaredError.TYPE),
            network("vgg-16-pointwise", Vgg16PointwiseSixteenth.TYPE, ImageNetVgg16Pointwise.TYPE),
            network("vgg-19", Vgg19Sixteenth.TYPE, ImageNetVgg19.TYPE),
            network("vgg-lrn-pointwise", VggLrnPointwise.TYPE),
            network("vgg-lrn-dropout-first", VggLrnDropoutFirst.TYPE),
            network("nin", NinAt67.TYPE, Nin224.TYPE, Nin227.TYPE),
            network("nin-cifar", CifarNin.TYPE, CifarNin.TYPE),
            network("googlenet", GoogLeNetAt33.TYPE, GoogLeNet96.TYPE),
            network("googlenet-first-pool-2", GoogLeNetFirstPool2At33.TYPE, GoogLeNet227.TYPE),
            network(
                    "googlenet-heads-eighth",
                    GoogLeNetHeadsEighth.TYPE,
                    ImageNetGoogLeNetNarrow4e.TYPE,
                    ImageNetGoogLeNet.TYPE),
            network("torchvision-googlenet-eighth", TorchvisionGoogLeNetEighth.TYPE, TorchvisionGoogLeNet.TYPE),
            network("inception-v3-narrow", InceptionV3Narrow.TYPE, ImageNetInceptionV3.TYPE),
            network("convnext-tiny-eighth", ConvNeXtTinyEighth.TYPE, ImageNetConvNeXtTiny.TYPE),
            network(
                    "convnext-small-sixteenth",
                    ConvNeXtSmallSixteenth.TYPE,
                    ImageNetConvNeXtSmall.TYPE,
                    ImageNetConvNeXtBase.TYPE),
            network("regnet-x-400mf-narrow", RegNetX400MFNarrow.TYPE, ImageNetRegNetX400MF.TYPE),
            network("regnet-x-1600mf-narrow", RegNetX1600MFNarrow.TYPE, ImageNetRegNetX1600MF.TYPE),
            network("regnet-y-400mf-narrow", RegNetY400MFNarrow.TYPE, ImageNetRegNetY400MF.TYPE),
            network("regnet-y-1600mf-narrow", RegNetY1600MFNarrow.TYPE, ImageNetRegNetY1600MF.TYPE),
            network(
                    "shufflenet-v2-quarter",
                    ShuffleNetV2Quarter.TYPE,
                    ImageNetShuffleNetV2X10.TYPE,
                    ImageNetShuffleNetV2X05.TYPE,
                    ImageNetShuffleNetV2X15.TYPE,
                    ImageNetShuffleNetV2X20.TYPE),
            network("mnasnet-eighth", MnasnetEighth.TYPE, ImageNetMnasnet10.TYPE, ImageNetMnasnet05.TYPE),
            network("efficientnet-b0-eighth", EfficientNetB0Eighth.TYPE, ImageNetEfficientNetB0.TYPE),
            network("efficientnet-b1-eighth", EfficientNetB1Eighth.TYPE, ImageNetEfficientNetB1.TYPE),
            network("efficientnet-b3-eighth", EfficientNetB3Eighth.TYPE, ImageNetEfficientNetB3.TYPE),
            network("efficientnet-v2-s-eighth", EfficientNetV2SEighth.TYPE, ImageNetEfficientNetV2S.TYPE),
            network("mobilenet-v2-eighth", MobileNetV2Eighth.TYPE, ImageNetMobileNetV2.TYPE),
            network("mobilenet-v3-small-eighth", MobileNetV3SmallEighth.TYPE, ImageNetMobileNetV3Small.TYPE),
            network("mobilenet-v3-small-at-32", MobileNetV3SmallAt32.TYPE, MobileNetV3SmallAt32.TYPE),
            network("mobilenet-v3-large-quarter", MobileNetV3LargeQuarter.TYPE, ImageNetMobileNetV3Large.TYPE),
            network("squeezenet-1-0-quarter", SqueezeNet10Quarter.TYPE, ImageNetSqueezeNet10.TYPE),
            network("squeezenet-1-1-quarter", SqueezeNet11Quarter.TYPE, ImageNetSqueezeNet11.TYPE),
            network("resnet-18", ResNet18At33.TYPE, ResNet18At96.TYPE, LeafResNet18.TYPE),
            network("resnet-18-at-32", ResNet18At32.TYPE, ResNet18At32.TYPE),
            network("resnet-wide-eighth", WideLeafResNetEighth.TYPE, WideLeafResNet.TYPE),
            network("torchvision-resnet-18", TorchvisionResNet18At35.TYPE, ImageNetResNet18.TYPE),
            network("torchvision-resnet-34", TorchvisionResNet34At39.TYPE, ImageNetResNet34.TYPE),
            network("torchvision-resnet-50", TorchvisionResNet50At41.TYPE, ImageNetResNet50.TYPE),
            network("resnet-101-quarter", TorchvisionResNet101Quarter.TYPE, ImageNetResNet101.TYPE),
            network("resnext-50-quarter", ResNeXt50Quarter.TYPE, ImageNetResNeXt50.TYPE),
            network("wide-resnet-50-quarter", WideResNet50Quarter.TYPE, ImageNetWideResNet50.TYPE),
            network("resnet-50-d-quarter", ResNet50DQuarter.TYPE, ImageNetResNet50D.TYPE),
            network("resnet-pre-activated", PreActivatedResNet.TYPE),
            network("densenet", DenseNetAt70.TYPE, DenseNet96.TYPE),
            network("torchvision-densenet-121", TorchvisionDenseNet121At64.TYPE, ImageNetDenseNet121.TYPE),
            network("torchvision-densenet-169", TorchvisionDenseNet169At64.TYPE, ImageNetDenseNet169.TYPE),
            network("every-stage", EveryStage.TYPE),
            network("shuffled", Shuffled.TYPE),
            network("squeezed", Squeezed.TYPE),
            network("split", Split.TYPE),
            network("activated", Activated.TYPE),
            network("branched", Branched.TYPE),
            network("normalized", Normalized.TYPE),
            network("pooled", Pooled.TYPE),
            network("upsampled", Upsampled.TYPE),
            network("edge-detector", EdgeDetector.TYPE, EdgeDetector.TYPE),
            network("rectangular-convolution", RectangularConvolution.TYPE, RectangularConvolution.TYPE),
            network("rectangular-pool", RectangularPool.TYPE, RectangularPool.TYPE),
            network("small-unet-half", SmallUNetHalf.TYPE, SmallUNet.TYPE),
            network("small-cnn", SmallCnn.TYPE, SmallCnn.TYPE));

    /** All of them. */
    public static List<ParityNetwork> all() {
        return ALL;
    }

    Fixture fixture() {
        return Fixture.read(name);
    }

    /** Whether it takes so little time that it may run more often than once on each of the kernel sets. */
    boolean isSmall() {
        return type.parameters().size() < LARGE;
    }

    /** The kernel sets to run it on: the CUDA policy on small networks alone. */
    List<TestedKernels> kernels() {
        return isSmall() ? Arrays.asList(TestedKernels.values()) : List.of(TestedKernels.ONEDNN, TestedKernels.ND4J);
    }

    @Override
    public String toString() {
        return name;
    }

    private static ParityNetwork network(String name, NetworkType<?> type, NetworkType<?>... models) {
        return new ParityNetwork(name, type, List.of(models));
    }
}
