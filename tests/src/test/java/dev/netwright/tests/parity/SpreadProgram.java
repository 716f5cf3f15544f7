package dev.netwright.tests.parity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints how many of PyTorch's spreads our results take, over all that {@link ParityTest} compares: with the kernel sets, CPU and number of
 * threads at hand. {@code src/test/python/README.md} has the numbers on which the multiple rests that the test allows.
 */
public final class SpreadProgram {
    private static final int LARGEST = 12;

    private SpreadProgram() {}

    private record Taken(String where, Comparison.Compared compared) {
        double spreads() {
            return compared.spreads();
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) {
        for (TestedKernels kernels : List.of(TestedKernels.ONEDNN, TestedKernels.ND4J)) {
            List<Taken> taken = new ArrayList<>();
            for (ParityNetwork network : ParityNetwork.all()) {
                Fixture fixture = network.fixture();
                try (ParityRun run = new ParityRun(network, fixture, kernels.create())) {
                    Comparison comparison = new Comparison(network, fixture, fixture.summarizer(), run);
                    comparison.everything();
                    comparison.compared().forEach(compared -> taken.add(new Taken(network.name(), compared)));
                }
            }
            taken.sort(Comparator.comparingDouble(Taken::spreads));
            print(kernels, taken);
        }
    }

    private static void print(TestedKernels kernels, List<Taken> sorted) {
        System.out.printf(
                Locale.ROOT,
                "%s on %s threads, %,d results: median %.2f, 95 %% %.2f, 99.9 %% %.2f, largest %.2f spreads%n",
                kernels,
                kernels.create().environment().get("threads"),
                sorted.size(),
                part(sorted, 0.5),
                part(sorted, 0.95),
                part(sorted, 0.999),
                part(sorted, 1));
        for (Taken each : sorted.subList(sorted.size() - LARGEST, sorted.size())) {
            System.out.printf(
                    Locale.ROOT,
                    "  %6.2f spreads of %.1e: %s, %s%n",
                    each.spreads(),
                    each.compared().spread(),
                    each.where(),
                    each.compared());
        }
    }

    private static double part(List<Taken> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).spreads();
    }
}
