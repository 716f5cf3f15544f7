package dev.netwright.processor.diagnostics;

import java.util.List;
import java.util.stream.Stream;

/** The findings of one or more checks, in the order in which they are to be told. */
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

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
