/**
 * Messages of Protocol Buffers, written field by field, for file formats that consist of them. No format's field
 * numbers may be here; they belong to the format's package.
 */
@NullMarked
package dev.netwright.runtime.internal.protobuf;

import org.jspecify.annotations.NullMarked;
