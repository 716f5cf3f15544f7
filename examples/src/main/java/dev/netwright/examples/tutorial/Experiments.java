package dev.netwright.examples.tutorial;

import dev.netwright.examples.tutorial.Experiment.Reported;
import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.mobilenet.MobileNetV3SmallAt32;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.resnet.ResNet18At32;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.models.vgg.Vgg11Eighth;
import dev.netwright.models.vgg.Vgg11Quarter;
import dev.netwright.runtime.network.NetworkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The experiments on Fashion-MNIST: seven of the notes on d2l.ai with their figures, two of the VGG-11 tutorial, two with a recipe of today. */
public final class Experiments {
    private static final String FORMAT = "%-19s  %-20s  %4s  %5s  %5s  %6s  %5s  %5s  %5s  %11s";

    private static final List<Experiment> ALL = List.of(
            d2l("lenet", LeNet28.TYPE, Recipe.D2L_NOTES, 256, 0.5, 20, new Reported(0.417, 0.847, 0.836, 36144.960085)),
            d2l("alexnet", AlexNet224.TYPE, Recipe.D2L, 128, 0.01, 10, new Reported(0.328, 0.881, 0.881, 666.9)),
            d2l(
                    "vgg-11-quarter",
                    Vgg11Quarter.TYPE,
                    Recipe.D2L,
                    128,
                    0.05,
                    10,
                    new Reported(0.170, 0.936, 0.912, 378.0)),
            d2l("nin", Nin224.TYPE, Recipe.D2L, 128, 0.1, 10, new Reported(0.383, 0.857, 0.847, 513.3)),
            d2l("googlenet", GoogLeNet96.TYPE, Recipe.D2L, 128, 0.05, 10, new Reported(0.284, 0.891, 0.884, 731.9)),
            d2l(
                    "lenet-bn",
                    BatchNormLeNet28.TYPE,
                    Recipe.D2L,
                    256,
                    1.0,
                    10,
                    new Reported(0.251, 0.908, 0.883, 17375.8)),
            d2l("resnet-18", ResNet18At96.TYPE, Recipe.D2L, 256, 0.05, 10, new Reported(0.014, 0.996, 0.914, 883.9)),
            vggTutorial("vgg-11", Vgg11.TYPE),
            vggTutorial("vgg-11-eighth", Vgg11Eighth.TYPE),
            modern("modern-resnet-18", ResNet18At32.TYPE, 5),
            modern("modern-mobilenet-v3", MobileNetV3SmallAt32.TYPE, 8));

    private Experiments() {}

    private static Experiment d2l(
            String name, NetworkType<?> network, Recipe recipe, int batch, double rate, int epochs, Reported reported) {
        return new Experiment(name, network, recipe, batch, rate, epochs, Optional.of(reported));
    }

    private static Experiment vggTutorial(String name, NetworkType<?> network) {
        return new Experiment(name, network, Recipe.VGG_TUTORIAL, 64, 0.001, 5, Optional.empty());
    }

    private static Experiment modern(String name, NetworkType<?> network, int epochs) {
        return new Experiment(name, network, Recipe.MODERN, 128, 0.001, epochs, Optional.empty());
    }

    static Optional<Experiment> find(String name) {
        return ALL.stream().filter(experiment -> experiment.name().equals(name)).findFirst();
    }

    static String names() {
        return ALL.stream().map(Experiment::name).collect(Collectors.joining(", "));
    }

    /**
     * A line for each experiment, with the tutorial's figures:
     *
     * <pre>
     * experiment           network               size  batch   rate  epochs   loss  train   test   examples/s
     * lenet                LeNet28                 28    256    0.5      20  0.417  0.847  0.836      36145.0
     * </pre>
     */
    static List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                FORMAT,
                "experiment",
                "network",
                "size",
                "batch",
                "rate",
                "epochs",
                "loss",
                "train",
                "test",
                "examples/s"));
        ALL.forEach(experiment -> lines.add(line(experiment)));
        return lines;
    }

    private static String line(Experiment experiment) {
        Optional<Reported> reported = experiment.reported();
        return String.format(
                        Locale.ROOT,
                        FORMAT,
                        experiment.name(),
                        experiment.network().structure().name(),
                        experiment.network().images().height(),
                        experiment.batch(),
                        experiment.rate(),
                        experiment.epochs(),
                        figure("%.3f", reported.map(Reported::loss)),
                        figure("%.3f", reported.map(Reported::trainAccuracy)),
                        figure("%.3f", reported.map(Reported::testAccuracy)),
                        figure("%.1f", reported.map(Reported::examplesPerSecond)))
                .stripTrailing();
    }

    private static String figure(String format, Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, format, number)).orElse("");
    }
}
