package dev.netwright.runtime.source;

/** When picture files are checked, and what happens to unreadable ones. */
enum Reading {
    /** Checked when a picture is read; an unreadable one is an error. */
    LATER,
    /** Checked without decoding when they are listed; an unreadable one is an error. */
    CHECKED,
    /** Decoded when they are listed; an unreadable one is an error. */
    DECODED,
    /** Decoded when they are listed; unreadable ones are skipped. */
    SKIPPED
}
