package dev.netwright.processor.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The findings of one or more checks, in the order of reporting. */
public record Report(List<Finding> findings) {
    /** The report of a check that found nothing. */
    public static final Report CLEAN = new Report(List.of());

    /** Copies the list. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** A report with one finding. */
    public static Report of(Finding finding) {
        return new Report(List.of(finding));
    }

    /** This report's findings, then the other's. */
    public Report and(Report other) {
        return new Report(
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    /** This report's findings, without those whose problem the other report has at the same place or inside of it. */
    public Report notInside(Report other) {
        return new Report(findings.stream()
                .filter(finding -> other.findings.stream().noneMatch(finding::holds))
                .toList());
    }

    /** The first finding of each problem at each place. */
    public Report withoutRepetition() {
        List<Finding> first = new ArrayList<>();
        for (Finding finding : findings) {
            if (first.stream().noneMatch(finding::isSameAs)) {
                first.add(finding);
            }
        }
        return new Report(first);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
