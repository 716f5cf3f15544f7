/**
 * A picture competition from files to a submission, as a user would write it.
 * What single steps do is tested beside them.
 */
@NullMarked
package dev.netwright.tests.rehearsal;

import org.jspecify.annotations.NullMarked;
