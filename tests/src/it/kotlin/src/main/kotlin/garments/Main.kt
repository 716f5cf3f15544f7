package garments

import dev.netwright.runtime.engine.Engines
import dev.netwright.runtime.source.FashionMnist
import dev.netwright.runtime.training.Optimizer
import dev.netwright.runtime.training.Training

object Main {
    @JvmStatic
    fun main(arguments: Array<String>) {
        println("because " + Engines.present().preferred().reason())
        val training = Training.with(Optimizer.adam(0.003)).epochs(1)
        Garments.train(FashionMnist.bundledTrain().first(1280), training).use { network ->
            println("accuracy " + network.evaluate(FashionMnist.bundledTest()).accuracy())
            println(network.predict(FashionMnist.bundledTest().picture(0))[0])
        }
    }
}
