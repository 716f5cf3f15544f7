/**
 * Problems and findings, lints and advice: what they report, at which place and in which form; and their only printer.
 * Nothing here checks a spec; only {@code ProblemReporter} may touch javac's {@code Messager}.
 */
@NullMarked
package dev.netwright.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
