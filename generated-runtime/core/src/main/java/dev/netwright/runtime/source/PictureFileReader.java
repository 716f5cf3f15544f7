package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.picture.PictureDecoder;
import dev.netwright.runtime.picture.PictureSize;
import dev.netwright.runtime.picture.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decodes files below a folder. Each file is read completely and closed before it is decoded.
 *
 * @param root the folder, without links in its path
 */
record PictureFileReader(Path root, PictureDecoder decoder) {
    /** A check of whether a file can be read. */
    @FunctionalInterface
    private interface Look {
        void at(InputStream stream) throws IOException, UnreadablePictureException;
    }

    /**
     * Decodes a picture file.
     *
     * @throws MalformedDataException if it can't be decoded
     * @throws UncheckedIOException if the file can't be read
     */
    BufferedImage read(Path file) {
        try (InputStream stream = new FolderFile(root, file).open()) {
            return decoder.decode(stream);
        } catch (UnreadablePictureException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    /**
     * The size of a picture file, without decoding it.
     *
     * @throws MalformedDataException if it isn't a picture
     * @throws UncheckedIOException if the file can't be read
     */
    PictureSize size(Path file) {
        try (InputStream stream = new FolderFile(root, file).open()) {
            return decoder.size(stream);
        } catch (UnreadablePictureException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    private static MalformedDataException unreadable(Path file, UnreadablePictureException fault) {
        MalformedDataException malformed = unreadable(file, fault.expected(), fault.found());
        malformed.initCause(fault);
        return malformed;
    }

    /** The exception for an unreadable file. */
    static MalformedDataException unreadable(Path file, String expected, String found) {
        return new MalformedDataException(
                file.toString(),
                expected,
                found,
                Fix.of("replace or remove the file"),
                Fix.of("skip unreadable pictures with ", Setting.SKIP_UNREADABLE));
    }

    /** Why a file can't be decoded; empty if it can. */
    Optional<Unreadable> faultOfDecoding(Path file) {
        return fault(file, decoder::decode);
    }

    /** Why a file isn't a picture, without decoding it; empty if no fault is found. */
    Optional<Unreadable> faultOfLooking(Path file) {
        return fault(file, decoder::inspect);
    }

    /** Why a file can't be read: what was expected and what was found. */
    record Unreadable(String expected, String found) {
        String reason() {
            return "expected " + expected + ", found " + found;
        }
    }

    private Optional<Unreadable> fault(Path file, Look look) {
        try (InputStream stream = new FolderFile(root, file).open()) {
            look.at(stream);
            return Optional.empty();
        } catch (UnreadablePictureException e) {
            return Optional.of(new Unreadable(e.expected(), e.found()));
        } catch (IOException e) {
            return Optional.of(new Unreadable("a readable file", "an unreadable file: " + FileFault.reason(e)));
        }
    }
}
