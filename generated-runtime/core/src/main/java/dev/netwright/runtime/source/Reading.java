package dev.netwright.runtime.source;

/** When the files of pictures are looked at, and what becomes of those that can't be read. */
enum Reading {
    /** When a picture is read; then it is an error. */
    LATER,
    /** When they are listed, without decoding them; then it is an error. */
    CHECKED,
    /** When they are listed, by decoding them; then it is an error. */
    DECODED,
    /** When they are listed; then they are left out. */
    SKIPPED
}
