/**
 * How each operation is computed: one class for each, which plans its primitives and says what memory they need and when.
 * Only here is a layer's formula turned into the library's primitives; sessions and workspaces stay outside.
 */
@NullMarked
package dev.netwright.onednn.kernel;

import org.jspecify.annotations.NullMarked;
