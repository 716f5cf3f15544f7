package dev.netwright.examples;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.FashionMnist;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.training.Training;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The LeNet experiment of d2l.ai on all 70,000 images of Fashion-MNIST: batches of 256, SGD at 0.5, Xavier's initial values,
 * 20 epochs; its notes report test accuracy 0.836. The log of a run stands in {@code docs/lenet-on-fashion-mnist.md}.
 */
public final class LeNetOnFashionMnist {
    private LeNetOnFashionMnist() {}

    /** Needs the data set; {@code FashionMnist.download()} fetches it. */
    public static void main(String[] arguments) {
        Training training = Training.with(new Sgd(0.5))
                .epochs(20)
                .batch(256)
                .initializer(Initializer.XAVIER_UNIFORM)
                .test(FashionMnist.test())
                .listener(ConsoleReport.standard());
        LeNet28.train(FashionMnist.train(), training).close();
    }
}
