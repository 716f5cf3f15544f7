/**
 * The rules of the architecture, read off the compiled classes of all modules.
 * Nothing of Netwright is called here, and no rule names a single class where a package would do.
 */
@NullMarked
package dev.netwright.tests.architecture;

import org.jspecify.annotations.NullMarked;
