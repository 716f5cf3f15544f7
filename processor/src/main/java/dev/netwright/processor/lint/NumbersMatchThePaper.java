package dev.netwright.processor.lint;

import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** No network differs from a published one in a single number. */
final class NumbersMatchThePaper implements LintRule {
    /** A published network and the only number that differs from it. */
    private record Near(PublishedNetwork network, String path, Written<String> written) {
        int difference() {
            return Math.abs(Integer.parseInt(written.value()) - Integer.parseInt(published()));
        }

        String published() {
            return Objects.requireNonNull(network.numbers().get(path));
        }
    }

    @Override
    public Lint lint() {
        return Lint.NEAR_PRESET;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        List<PublishedNetwork> candidates = PublishedNetworks.ALL.stream()
                .filter(network -> network.isComparable(spec))
                .toList();
        if (candidates.stream().anyMatch(network -> network.differences(spec).isEmpty())) {
            return List.of();
        }
        return candidates.stream()
                .flatMap(network -> near(network, spec).stream())
                .min(Comparator.comparingInt(Near::difference))
                .map(this::advice)
                .stream()
                .toList();
    }

    private static Optional<Near> near(PublishedNetwork network, PlannedSpec spec) {
        List<String> differences = new ArrayList<>(network.differences(spec));
        return differences.size() == 1
                ? spec.value(differences.get(0)).map(written -> new Near(network, differences.get(0), written))
                : Optional.empty();
    }

    private Advice advice(Near near) {
        String attribute = near.path().substring(near.path().lastIndexOf('.') + 1);
        return Advice.of(
                lint(),
                near.written().origin(),
                "found " + near.written().value() + ", where " + near.network().title() + " has " + near.published()
                        + "; all other numbers match",
                "set " + attribute + " = " + near.published() + ", or if it is intended, add @SuppressWarnings(\""
                        + lint().id() + "\")");
    }
}
