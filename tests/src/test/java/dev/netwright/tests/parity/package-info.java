/**
 * Equality with PyTorch, as far as float32 can tell: networks, PyTorch's results for them as fixtures in
 * {@code src/test/resources/parity}, and faults that are injected into oneDNN's and ND4J's kernels to see that the comparison finds them.
 * Nothing here needs Python; the script that makes the fixtures is {@code src/test/python/parity_fixtures.py}.
 */
@NullMarked
package dev.netwright.tests.parity;

import org.jspecify.annotations.NullMarked;
