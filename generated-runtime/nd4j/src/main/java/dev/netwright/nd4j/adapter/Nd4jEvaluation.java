package dev.netwright.nd4j.adapter;

import org.nd4j.evaluation.classification.Evaluation;

/**
 * Converts evaluations to ND4J's, for programs that use ND4J's afterwards.
 *
 * <pre>{@code
 * System.out.println(Nd4jEvaluation.of(network.evaluate(data, 5)).stats());
 * }</pre>
 */
public final class Nd4jEvaluation {
    private Nd4jEvaluation() {}

    /**
     * ND4J's evaluation of the same counts. With two classes ND4J calls the second one positive, and its precision,
     * recall and F1 are that class's alone.
     *
     * @param counted Netwright's evaluation
     * @return a new evaluation
     */
    public static Evaluation of(dev.netwright.runtime.training.Evaluation counted) {
        Evaluation evaluation = new Evaluation(counted.labels(), counted.topN());
        for (int actual = 0; actual < counted.classes(); actual++) {
            for (int predicted = 0; predicted < counted.classes(); predicted++) {
                for (int i = counted.confusion().count(actual, predicted); i > 0; i--) {
                    evaluation.eval(predicted, actual);
                }
            }
        }
        evaluation.setTopNCorrectCount(counted.topNCorrect());
        evaluation.setTopNTotalCount(counted.images());
        return evaluation;
    }
}
