/**
 * Building blocks of messages for all packages: fixes, the settings that they name, and each front end's words for
 * settings. Nothing here knows what a fault is about.
 */
@NullMarked
package dev.netwright.runtime.fault;

import org.jspecify.annotations.NullMarked;
