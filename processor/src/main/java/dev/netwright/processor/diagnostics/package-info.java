/**
 * What can be wrong with a spec or worth a word, where it stands and how it is told: problems and findings, lints and advice,
 * and their one printer.
 * Nothing here checks a spec; only {@code ProblemReporter} may touch javac's {@code Messager}.
 */
@NullMarked
package dev.netwright.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
