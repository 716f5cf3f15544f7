package dev.netwright.plan.onednn;

import dev.netwright.operation.Add;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum in a prediction that the convolution of one term can compute in the memory of the other: {@code other = f(other
 * + W x + b)}. The other term is computed before, and after that convolution only the sum reads it.
 *
 * @param other the term in whose memory the sum is computed
 * @param sum the sum and its activation
 */
public record ResidualSum(Value other, Add sum) {
    /**
     * Finds the sums that convolutions can compute, if their layouts agree.
     *
     * @param program a program; in one of training there are none, because backward reads the terms' layers one by one
     * @return the sum by the convolution's output
     */
    public static Map<Value, ResidualSum> of(Program program) {
        Map<Value, ResidualSum> sums = new HashMap<>();
        if (!program.isTraining()) {
            Positions positions = Positions.of(program);
            for (Operation operation : program.operations()) {
                if (operation instanceof Add sum && !program.isOutput(sum.output())) {
                    positions.addIfComputable(sum.left(), new ResidualSum(sum.right(), sum), sums);
                    positions.addIfComputable(sum.right(), new ResidualSum(sum.left(), sum), sums);
                }
            }
        }
        return Map.copyOf(sums);
    }

    /** The position in a program of the operation that computes each value. */
    private record Positions(Program program, Map<Value, Integer> computed) {
        static Positions of(Program program) {
            Map<Value, Integer> computed = new HashMap<>();
            program.operations().forEach(operation -> computed.put(operation.output(), computed.size()));
            return new Positions(program, computed);
        }

        void addIfComputable(Value term, ResidualSum residual, Map<Value, ResidualSum> sums) {
            boolean isReadBySumAlone = program.readers(term).equals(List.of(residual.sum())) && !program.isOutput(term);
            if (isReadBySumAlone && isOfConvolution(term) && isFreeFor(term, residual)) {
                sums.put(term, residual);
            }
        }

        private boolean isOfConvolution(Value term) {
            Integer position = computed.get(term);
            if (position == null) {
                return false;
            }
            Operation operation = program.operations().get(position);
            boolean isConvolution = operation instanceof Convolution || operation instanceof ConvolutionNorm;
            return isConvolution && operation.function().isIdentity();
        }

        /** Whether the other term has its value when the convolution runs, and nobody but the sum reads it from then on. */
        private boolean isFreeFor(Value term, ResidualSum residual) {
            Value other = residual.other();
            return !other.isImages()
                    && !program.isOutput(other)
                    && other.shape().equals(term.shape())
                    && residual.sum().output().shape().equals(term.shape())
                    && isBefore(other, term)
                    && program.readers(other).stream()
                            .allMatch(reader -> reader.equals(residual.sum()) || isBefore(reader.output(), term));
        }

        private boolean isBefore(Value first, Value second) {
            return computed.getOrDefault(first, -1) < computed.getOrDefault(second, -1);
        }
    }
}
