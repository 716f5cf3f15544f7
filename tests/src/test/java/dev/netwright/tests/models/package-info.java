/**
 * What has to hold for every generated class of netwright-models: its constants, its memory, the size of its methods.
 * Tests of what the networks compute stand elsewhere.
 */
@NullMarked
package dev.netwright.tests.models;

import org.jspecify.annotations.NullMarked;
