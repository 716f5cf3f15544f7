package dev.netwright.processor;

import com.palantir.javapoet.JavaFile;
import dev.netwright.processor.check.NetworkCheck;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.lint.LintOptions;
import dev.netwright.processor.lint.PlannedSpec;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.torch.TorchNames;
import dev.netwright.processor.writer.NetworkWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way of one spec from its annotation to a class: read, expand, infer, check, name, plan, lint, write. */
final class Pipeline {
    /** How many illegal attributes are combined one by one: each doubles the work. */
    private static final int MOST_COMBINED = 4;

    private Pipeline() {}

    /**
     * What came of a spec: a sound class and advice, or findings and, if it has a legal name, a class that stands in.
     *
     * @param plan that of a sound class
     */
    record Outcome(Report report, List<Advice> advice, Optional<JavaFile> file, Optional<NetworkPlan> plan) {}

    static <D> Outcome run(
            Family<D> family, SpecDeclaration.Reading reading, AttributeReader attributes, LintOptions options) {
        D declaration = family.reader().apply(attributes);
        Report read = reading.report().and(attributes.report());
        Report declared =
                family.checks().stream().map(check -> check.check(declaration)).reduce(read, Report::and);
        ShapedNetwork shaped = shaped(family, declaration);
        if (attributes.lacksParts()) {
            return faulty(declared.and(NetworkCheck.images(shaped)), reading);
        }
        Report all = declared.and(ofShapes(family, attributes, shaped, declared));
        if (!all.isClean()) {
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

    private static <D> ShapedNetwork shaped(Family<D> family, D declaration) {
        return ShapeInference.infer(family.expander().apply(declaration));
    }

    /** What is wrong with the network as a whole, whatever legal numbers replace the illegal ones: near ones, or far ones. */
    private static <D> Report ofShapes(
            Family<D> family, AttributeReader attributes, ShapedNetwork nearest, Report declared) {
        List<ShapedNetwork> networks = new ArrayList<>(List.of(nearest));
        for (Set<String> far : combinations(illegalAttributes(declared))) {
            networks.add(shaped(family, family.reader().apply(attributes.withFar(far))));
        }
        return NetworkCheck.all(networks, declared);
    }

    private static List<String> illegalAttributes(Report declared) {
        return declared.findings().stream()
                .filter(finding ->
                        finding.problem() == Problem.VALUE_RANGE || finding.problem() == Problem.ELEMENT_COUNT)
                .map(finding -> attribute(finding.origin().path()))
                .distinct()
                .toList();
    }

    /** Every set of names but the empty one; those beyond the first few are in the sets that the last of these is in. */
    private static List<Set<String>> combinations(List<String> names) {
        int combined = Math.min(MOST_COMBINED, names.size());
        List<Set<String>> combinations = new ArrayList<>();
        for (int bits = 1; bits < 1 << combined; bits++) {
            Set<String> combination = new HashSet<>();
            for (int i = 0; i < names.size(); i++) {
                if ((bits >> Math.min(i, combined - 1) & 1) == 1) {
                    combination.add(names.get(i));
                }
            }
            combinations.add(combination);
        }
        return combinations;
    }

    /** The attribute's name at the end of a path such as {@code stem.kernel[1]}. */
    private static String attribute(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return last.endsWith("]") ? last.substring(0, last.indexOf('[')) : last;
    }

    /** The class of a spec that can't become a network. */
    static Optional<JavaFile> standIn(SpecDeclaration spec) {
        return spec.className().isEmpty() ? Optional.empty() : Optional.of(NetworkWriter.writeFaulty(spec));
    }
}
