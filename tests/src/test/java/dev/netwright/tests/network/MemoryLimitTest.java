package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.netwright.runtime.machine.InsufficientMemoryException;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.TinyVgg;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryLimitTest {
    private static final String LIMIT = "netwright.memory";
    private static final Pattern PROPOSAL = Pattern.compile("choose a batch of at most (\\d+)");
    private static final int IMAGES = 120;

    @AfterEach
    void forgetTheLimit() {
        System.clearProperty(LIMIT);
    }

    /** With and without a smaller last batch, whose labels and images need room of their own. */
    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1_500_000, 2_000_000, 3_333_333})
    void theProposedBatchReallyFits(long limit) {
        System.setProperty(LIMIT, Long.toString(limit));
        InsufficientMemoryException refusal =
                catchThrowableOfType(InsufficientMemoryException.class, () -> train(IMAGES));
        assertThat(refusal)
                .hasMessageStartingWith(TinyVgg.TYPE.name() + " with a batch of " + IMAGES + " needs ")
                .hasMessageContaining("set -D" + LIMIT);
        Matcher proposal = PROPOSAL.matcher(String.valueOf(refusal.getMessage()));
        assertThat(proposal.find()).as(refusal.getMessage()).isTrue();
        int batch = Integer.parseInt(proposal.group(1));

        RunStart run = train(batch);
        assertThat(run.batch()).isEqualTo(batch);
        assertThat(run.parameterBytes() + run.boundBytes().total()).isLessThanOrEqualTo(limit);
        assertThatThrownBy(() -> train(2 * batch)).isInstanceOf(InsufficientMemoryException.class);
    }

    private static RunStart train(int batch) {
        List<RunStart> runs = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void started(RunStart run) {
                runs.add(run);
            }
        };
        try (NeuralNetwork network = TinyVgg.train(
                Networks.images(TinyVgg.TYPE, IMAGES),
                Networks.training().batch(batch).listener(listener))) {
            assertThat(network.type()).isEqualTo(TinyVgg.TYPE);
        }
        return runs.get(0);
    }
}
