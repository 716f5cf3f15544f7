package dev.netwright.commandline.argument;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Short names of the ready-made networks. A class is loaded only when it is used. */
public final class NetworkNames {
    private static final String MODELS = "dev.netwright.models.";

    private static final List<String> CLASSES = List.of(
            "alexnet.AlexNet224",
            "alexnet.AlexNet227DropoutFirst",
            "convnext.ImageNetConvNeXtBase",
            "convnext.ImageNetConvNeXtSmall",
            "convnext.ImageNetConvNeXtTiny",
            "densenet.DenseNet96",
            "densenet.ImageNetDenseNet121",
            "densenet.ImageNetDenseNet169",
            "efficientnet.ImageNetEfficientNetB0",
            "efficientnet.ImageNetEfficientNetB1",
            "efficientnet.ImageNetEfficientNetB3",
            "efficientnet.ImageNetEfficientNetV2S",
            "exercises.EdgeDetector",
            "exercises.RectangularConvolution",
            "exercises.RectangularPool",
            "exercises.SmallCnn",
            "inception.GoogLeNet227",
            "inception.GoogLeNet96",
            "inception.ImageNetGoogLeNet",
            "inception.ImageNetGoogLeNetNarrow4e",
            "inception.ImageNetInceptionV3",
            "inception.TorchvisionGoogLeNet",
            "lenet.BatchNormLeNet28",
            "lenet.LeNet28",
            "lenet.LeNet32",
            "mnasnet.ImageNetMnasnet05",
            "mnasnet.ImageNetMnasnet10",
            "mobilenet.ImageNetMobileNetV2",
            "mobilenet.ImageNetMobileNetV3Large",
            "mobilenet.ImageNetMobileNetV3Small",
            "mobilenet.MobileNetV3SmallAt32",
            "nin.CifarNin",
            "nin.Nin224",
            "nin.Nin227",
            "regnet.ImageNetRegNetX1600MF",
            "regnet.ImageNetRegNetX400MF",
            "regnet.ImageNetRegNetY1600MF",
            "regnet.ImageNetRegNetY400MF",
            "resnet.ImageNetResNeXt50",
            "resnet.ImageNetResNet101",
            "resnet.ImageNetResNet18",
            "resnet.ImageNetResNet34",
            "resnet.ImageNetResNet50",
            "resnet.ImageNetResNet50D",
            "resnet.ImageNetWideResNet50",
            "resnet.LeafResNet18",
            "resnet.ResNet18At32",
            "resnet.ResNet18At96",
            "resnet.WideLeafResNet",
            "shufflenet.ImageNetShuffleNetV2X05",
            "shufflenet.ImageNetShuffleNetV2X10",
            "shufflenet.ImageNetShuffleNetV2X15",
            "shufflenet.ImageNetShuffleNetV2X20",
            "squeezenet.ImageNetSqueezeNet10",
            "squeezenet.ImageNetSqueezeNet11",
            "unet.SmallUNet",
            "vgg.ImageNetVgg11",
            "vgg.ImageNetVgg11BatchNorm",
            "vgg.ImageNetVgg11Lrn",
            "vgg.ImageNetVgg13",
            "vgg.ImageNetVgg16",
            "vgg.ImageNetVgg16BatchNorm",
            "vgg.ImageNetVgg16DropoutBeforeLinear",
            "vgg.ImageNetVgg16HalfSquaredError",
            "vgg.ImageNetVgg16Pointwise",
            "vgg.ImageNetVgg19",
            "vgg.Vgg11",
            "vgg.Vgg11DropoutFirst",
            "vgg.Vgg11Eighth",
            "vgg.Vgg11EighthAt96",
            "vgg.Vgg11Quarter");

    /** The names of networks in the tutorials' experiments. */
    private static final Map<String, String> TUTORIALS = new TreeMap<>(Map.of(
            "lenet", "lenet.LeNet28",
            "lenet-bn", "lenet.BatchNormLeNet28",
            "alexnet", "alexnet.AlexNet224",
            "vgg-11", "vgg.Vgg11",
            "vgg-11-quarter", "vgg.Vgg11Quarter",
            "vgg-11-eighth", "vgg.Vgg11Eighth",
            "nin", "nin.Nin224",
            "googlenet", "inception.GoogLeNet96",
            "resnet-18", "resnet.ResNet18At96"));

    private NetworkNames() {}

    /** The full name of the class for a tutorial's name, or for a ready-made network's simple name in any case. */
    static Optional<String> className(String name) {
        Optional<String> ofTutorial = Optional.ofNullable(TUTORIALS.get(name));
        return ofTutorial
                .or(() -> CLASSES.stream()
                        .filter(found -> simple(found).equalsIgnoreCase(name))
                        .findFirst())
                .map(MODELS::concat);
    }

    /** {@return the full names of all ready-made networks} */
    public static List<String> classes() {
        return CLASSES.stream().map(MODELS::concat).toList();
    }

    /** {@return the tutorials' names, separated by commas} */
    public static String ofTutorials() {
        return String.join(", ", TUTORIALS.keySet());
    }

    /** Suggestions for an unknown name: ready-made networks that have some of its letters. */
    static String like(String name) {
        String wanted = letters(name);
        return CLASSES.stream()
                .map(NetworkNames::simple)
                .filter(found ->
                        !wanted.isEmpty() && (letters(found).contains(wanted) || wanted.contains(letters(found))))
                .collect(Collectors.joining(", "));
    }

    /** The name without digits and punctuation, so that {@code resnet-50} finds {@code ImageNetResNet50}. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
