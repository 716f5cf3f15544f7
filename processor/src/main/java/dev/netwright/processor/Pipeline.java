package dev.netwright.processor;

import com.palantir.javapoet.JavaFile;
import dev.netwright.processor.check.NetworkCheck;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.lint.LintOptions;
import dev.netwright.processor.lint.PlannedSpec;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.torch.TorchNames;
import dev.netwright.processor.writer.NetworkWriter;
import java.util.List;
import java.util.Optional;

/** The steps from a spec's annotation to a class: read, expand, infer, check, name, plan, lint, write. */
final class Pipeline {
    private Pipeline() {}

    /**
     * The result for a spec: a working class and advice, or findings and, if the class has a legal name, a placeholder
     * class.
     *
     * @param plan the plan of a working class
     */
    record Outcome(Report report, List<Advice> advice, Optional<JavaFile> file, Optional<NetworkPlan> plan) {}

    static <D> Outcome run(
            Family<D> family, SpecDeclaration.Reading reading, AttributeReader attributes, LintOptions options) {
        D declaration = family.reader().apply(attributes);
        Report read = reading.report().and(attributes.report());
        Report declared =
                family.checks().stream().map(check -> check.check(declaration)).reduce(read, Report::and);
        ShapedNetwork shaped = ShapeInference.infer(family.expander().apply(declaration));
        Report all = declared.and(NetworkCheck.all(shaped, declared));
        if (!all.isClean() || attributes.isUnreadable()) {
            return faulty(all, reading);
        }
        List<TorchNames> torch = family.torch().stream()
                .map(dialect -> TorchNames.of(dialect.apply(declaration), shaped))
                .toList();
        NetworkPlan plan = NetworkPlan.of(reading.spec(), shaped, torch);
        List<Advice> advice = PlannedSpec.of(attributes, shaped, plan).advice(options);
        return new Outcome(all, advice, Optional.of(NetworkWriter.write(plan)), Optional.of(plan));
    }

    private static Outcome faulty(Report report, SpecDeclaration.Reading reading) {
        return new Outcome(report, List.of(), standIn(reading.spec()), Optional.empty());
    }

    /** The class of a spec that can't become a network. */
    static Optional<JavaFile> standIn(SpecDeclaration spec) {
        return spec.className().isEmpty() ? Optional.empty() : Optional.of(NetworkWriter.writeFaulty(spec));
    }
}
