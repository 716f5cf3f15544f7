/**
 * Equality with PyTorch: networks, and PyTorch's results for them as fixtures in {@code src/test/resources/parity}.
 * Nothing here needs Python; the script that makes the fixtures is {@code src/test/python/parity_fixtures.py}.
 */
@NullMarked
package dev.netwright.tests.parity;

import org.jspecify.annotations.NullMarked;
