package dev.netwright.tests.learning;

import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.source.FashionMnist;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what {@code learning_curves.py} prints of PyTorch: the loss of each of the first steps of an epoch of Fashion-MNIST,
 * from the same first values on the same batches. Arguments: {@code resnet-18}, {@code googlenet} or {@code densenet}, the
 * number of steps, and the number of images in each.
 */
public final class LearningCurve {
    private static final int SEED = 0;

    /** The chapters of d2l.ai: plain gradient descent from Xavier's uniform distribution. */
    private record Recipe(NetworkType<?> type, double rate) {}

    private static final Map<String, Recipe> RECIPES = Map.of(
            "resnet-18", new Recipe(ResNet18At96.TYPE, 0.05),
            "googlenet", new Recipe(GoogLeNet96.TYPE, 0.05),
            "densenet", new Recipe(DenseNet96.TYPE, 0.1));

    private LearningCurve() {}

    /** Runs one recipe. */
    public static void main(String[] arguments) {
        Recipe recipe = RECIPES.get(arguments[0]);
        if (recipe == null) {
            throw new IllegalArgumentException("expected one of " + RECIPES.keySet() + ", found " + arguments[0]);
        }
        print(recipe, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), System.out);
    }

    private static void print(Recipe recipe, int count, int images, PrintStream out) {
        int side = recipe.type().images().height();
        try (NeuralNetwork network =
                        recipe.type().initialize(Nd4jKernelSet.create(), Initializer.XAVIER_UNIFORM, SEED);
                TrainingSteps steps = network.steps(images, SEED);
                BatchLoader loader = BatchLoader.shuffled(FashionMnist.train().resize(side), images, SEED)) {
            int step = 0;
            for (Batch batch : loader.epoch(0)) {
                if (step == count) {
                    return;
                }
                steps.load(batch.images(), batch.labels());
                steps.forward();
                out.printf(Locale.ROOT, "%d %.6f%n", step, steps.loss());
                steps.backward();
                steps.update(recipe.rate());
                step++;
            }
        }
    }
}
