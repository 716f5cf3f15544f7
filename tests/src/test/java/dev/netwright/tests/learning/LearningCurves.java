package dev.netwright.tests.learning;

import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.FashionMnist;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.TrainingSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The losses of the first batches of Fashion-MNIST in the order of the file, for {@code learning_curves.py} to compare with
 * PyTorch's. Arguments: the file to write, the number of batches, and the names of the networks, by default all three.
 */
public final class LearningCurves {
    /**
     * The recipe of d2l.ai, chapters 8.4, 8.6 and 8.7: Xavier-uniform weights, plain gradient descent.
     *
     * @param name as {@code learning_curves.py} calls the network
     */
    private record Recipe(String name, NetworkType<?> type, int batch, double rate) {}

    private static final List<Recipe> RECIPES = List.of(
            new Recipe("resnet-18", ResNet18At96.TYPE, 256, 0.05),
            new Recipe("googlenet", GoogLeNet96.TYPE, 128, 0.05),
            new Recipe("densenet", DenseNet96.TYPE, 256, 0.1));

    private LearningCurves() {}

    /** Runs the recipes. */
    public static void main(String[] arguments) throws IOException {
        int batches = Integer.parseInt(arguments[1]);
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        List<String> lines = new ArrayList<>(List.of("network,batch,loss"));
        for (Recipe recipe : RECIPES) {
            if (wanted.isEmpty() || wanted.contains(recipe.name())) {
                run(recipe, batches, lines);
            }
        }
        Files.write(Path.of(arguments[0]), lines);
    }

    private static void run(Recipe recipe, int batches, List<String> lines) {
        Dataset data = FashionMnist.train().resize(recipe.type().images().height());
        int image = data.format().values();
        float[] images = new float[recipe.batch() * image];
        int[] labels = new int[recipe.batch()];
        try (Network network = recipe.type().initialize(Nd4jKernelSet.create(), Initializer.XAVIER_UNIFORM, 0);
                TrainingSteps steps = network.steps(recipe.batch(), 0)) {
            for (int batch = 0; batch < batches; batch++) {
                for (int i = 0; i < recipe.batch(); i++) {
                    data.read(batch * recipe.batch() + i, images, i * image);
                    labels[i] = data.label(batch * recipe.batch() + i);
                }
                steps.load(images, labels);
                steps.forward();
                lines.add(String.format(Locale.ROOT, "%s,%d,%.6f", recipe.name(), batch + 1, steps.loss()));
                steps.backward();
                steps.update(recipe.rate());
            }
        }
    }
}
