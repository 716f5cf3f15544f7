package dev.netwright.processor.lint;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.network.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The output depends on every stage of a {@code @Network}. */
final class StagesAreRead implements LintRule {
    @Override
    public Lint lint() {
        return Lint.UNREAD_STAGE;
    }

    /** Reports where a branch ends: the layers before it are unread because of it. */
    @Override
    public List<Advice> check(PlannedSpec spec) {
        List<Node> unread = spec.network().graph().unread();
        Map<Origin, String> ends = new LinkedHashMap<>();
        unread.stream()
                .filter(node ->
                        unread.stream().noneMatch(reader -> reader.inputs().contains(node.name())))
                .forEach(node -> ends.putIfAbsent(node.origin(), node.name()));
        return ends.entrySet().stream()
                .map(end -> Advice.of(
                        lint(),
                        end.getKey(),
                        "nothing reads " + end.getValue(),
                        "name its stage in the @From or the join that is meant to read it, or remove it"))
                .toList();
    }
}
