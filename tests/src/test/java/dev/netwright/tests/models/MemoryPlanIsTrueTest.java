package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.tests.models.BytesOfModels.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The bytes that classes state are those that oneDNN's kernels allocate on the machine that they name: AVX2 and two threads. The library is
 * asked for every network, in both modes, alone and in a batch; nothing is allocated for the answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MemoryPlanIsTrueTest {
    private static final double MOST_PERCENT = 5;

    /** Of Adam. */
    private static final int STATES = 2;

    private Map<String, NetworkType<?>> types = Map.of();
    private List<Row> rows = List.of();

    @BeforeAll
    void askTheLibrary() {
        types = BytesOfModels.types().stream().collect(Collectors.toMap(NetworkType::name, Function.identity()));
        rows = BytesOfModels.onReference();
    }

    @Test
    void everyNetworkIsAskedForInBothModesAndAllBatches() {
        long asked = (long) types.size() * Mode.values().length * BytesOfModels.BATCHES.size();

        assertThat(rows)
                .as("all but one image for the networks with a norm of one value")
                .hasSizeBetween(Math.toIntExact(asked - 2), Math.toIntExact(asked));
    }

    /** Prints the table. */
    @Test
    void statedBytesAreThoseThatAreBound() {
        System.out.printf(
                Locale.ROOT, "%-52s %-9s %5s %14s %14s %6s%n", "network", "mode", "batch", "stated", "bound", "ratio");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-52s %-9s %5d %,14d %,14d %6.4f%n",
                    row.network(),
                    row.mode(),
                    row.batch(),
                    stated(row),
                    bound(row),
                    (double) stated(row) / bound(row));
        }
        assertThat(rows)
                .allSatisfy(row -> assertThat(stated(row))
                        .as(row.toString())
                        .isCloseTo(bound(row), withinPercentage(MOST_PERCENT)));
    }

    /** Parameters, which are most of VGG's bytes, hide nothing. */
    @Test
    void soAreTheyWithoutParameters() {
        assertThat(rows).allSatisfy(row -> {
            long parameters = bound(row) - row.bytes().binding();
            assertThat(stated(row) - parameters)
                    .as(row.toString())
                    .isCloseTo(row.bytes().binding(), withinPercentage(MOST_PERCENT));
        });
    }

    @Test
    void anImageMoreAddsTheStatedBytesToALargeBatch() {
        assertThat(ModelClasses.types()).allSatisfy(type -> {
            for (Mode mode : Mode.values()) {
                long added = (row(type, mode, 64).bytes().binding()
                                - row(type, mode, 32).bytes().binding())
                        / 32;
                assertThat(constant(type, mode))
                        .as("%s %s", type.name(), mode)
                        .isCloseTo(added, withinPercentage(MOST_PERCENT));
            }
        });
    }

    private Row row(NetworkType<?> type, Mode mode, int batch) {
        return rows.stream()
                .filter(row -> row.network().equals(type.name()) && row.mode() == mode && row.batch() == batch)
                .findFirst()
                .orElseThrow();
    }

    private static long constant(NetworkType<?> type, Mode mode) {
        try {
            return Class.forName(type.name())
                    .getField(mode + "_BYTES_PER_IMAGE")
                    .getLong(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.name(), e);
        }
    }

    private long stated(Row row) {
        NetworkType<?> type = Objects.requireNonNull(types.get(row.network()), row.network());
        return row.mode() == Mode.TRAINING ? type.trainingBytes(row.batch(), STATES) : type.inferenceBytes(row.batch());
    }

    private static long bound(Row row) {
        return row.mode() == Mode.TRAINING
                ? row.bytes().trainingBytes(STATES)
                : row.bytes().inferenceBytes();
    }
}
