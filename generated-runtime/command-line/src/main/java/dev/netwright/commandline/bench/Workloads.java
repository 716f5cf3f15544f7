package dev.netwright.commandline.bench;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.Vgg11Quarter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The workloads that were also measured with other libraries: the networks of d2l.ai, and VGG-16 with 1,000 classes.
 */
public final class Workloads {
    private static final List<Workload> ALL = List.of(
            new Workload("lenet", LeNet28.TYPE, 256, 0.5),
            new Workload("bnlenet", BatchNormLeNet28.TYPE, 256, 0.5),
            new Workload("alexnet", AlexNet224.TYPE, 32, 0.01),
            new Workload("vgg11q", Vgg11Quarter.TYPE, 32, 0.01),
            new Workload("nin", Nin224.TYPE, 32, 0.01),
            new Workload("googlenet", GoogLeNet96.TYPE, 64, 0.01),
            new Workload("resnet18", ResNet18At96.TYPE, 64, 0.01),
            new Workload("densenet", DenseNet96.TYPE, 64, 0.01),
            new Workload("vgg16", ImageNetVgg16.TYPE, 8, 0.01));

    private Workloads() {}

    /** {@return all workloads, the smallest first} */
    public static List<Workload> all() {
        return ALL;
    }

    /**
     * Finds a workload.
     *
     * @param name name of the workload
     * @return the workload; empty if there is none of this name
     */
    public static Optional<Workload> find(String name) {
        return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst();
    }

    /** {@return the names of all workloads, separated by commas} */
    public static String names() {
        return ALL.stream().map(Workload::name).collect(Collectors.joining(", "));
    }
}
