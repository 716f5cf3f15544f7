/**
 * Messages of Protocol Buffers, written field by field, for file formats that are made of them.
 * No format's field numbers may be here: they stand with the format.
 */
@NullMarked
package dev.netwright.runtime.internal.protobuf;

import org.jspecify.annotations.NullMarked;
