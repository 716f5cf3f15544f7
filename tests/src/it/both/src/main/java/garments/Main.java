package garments;

import dev.netwright.runtime.engine.Engines;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;

public class Main {
    public static void main(String[] arguments) {
        System.out.println("because " + Engines.present().preferred().reason());
        Training training = Training.with(Optimizer.adam(0.003)).epochs(1);
        try (Garments network = Garments.train(FashionMnist.bundledTrain().first(1280), training)) {
            System.out.println("accuracy " + network.evaluate(FashionMnist.bundledTest()).accuracy());
            System.out.println(network.predict(FashionMnist.bundledTest().picture(0)).get(0));
        }
    }
}
