package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.picture.PictureDecoder;
import dev.netwright.runtime.source.NamedPicture.Located;
import dev.netwright.runtime.source.PictureFileReader.Unreadable;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Picture files without classes, in the order of the list or folder that they come from. They may have different sizes.
 */
public final class PictureFiles implements UnlabelledPictures {
    private final PictureFileReader reader;
    private final List<String> names;
    private final List<Path> files;
    private final List<SkippedPicture> skipped;
    private final int[] positions;

    private PictureFiles(
            PictureFileReader reader,
            List<String> names,
            List<Path> files,
            List<SkippedPicture> skipped,
            int[] positions) {
        this.reader = reader;
        this.names = names;
        this.files = files;
        this.skipped = skipped;
        this.positions = positions;
    }

    static PictureFiles of(Path root, PictureDecoder decoder, List<NamedPicture> named, Reading reading) {
        requireUnique(root, named);
        List<Located> located = named.stream().map(picture -> picture.in(root)).toList();
        if (reading != Reading.SKIPPED) {
            requireAll(root, named, located);
        }
        PictureFileReader reader = new PictureFileReader(root, decoder);
        List<Optional<Unreadable>> faults = IntStream.range(0, named.size())
                .parallel()
                .mapToObj(i -> fault(reader, located.get(i), reading))
                .toList();
        if (reading != Reading.SKIPPED) {
            requireNone(located, faults);
        }
        List<String> names = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<SkippedPicture> skipped = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i).name();
            faults.get(i)
                    .map(Unreadable::reason)
                    .map(reason -> new SkippedPicture(name, reason))
                    .ifPresent(skipped::add);
            if (faults.get(i).isEmpty()) {
                names.add(name);
                files.add(located.get(i).file().orElseThrow());
            }
        }
        requireAny(root, files, skipped);
        int[] positions = IntStream.range(0, named.size())
                .filter(i -> faults.get(i).isEmpty())
                .toArray();
        return new PictureFiles(reader, List.copyOf(names), List.copyOf(files), List.copyOf(skipped), positions);
    }

    private static Optional<Unreadable> fault(PictureFileReader reader, Located located, Reading reading) {
        return switch (reading) {
            case LATER -> Optional.empty();
            case CHECKED -> located.file().flatMap(reader::faultOfLooking);
            case DECODED -> located.file().flatMap(reader::faultOfDecoding);
            case SKIPPED ->
                located.file()
                        .map(reader::faultOfDecoding)
                        .orElseGet(() -> Optional.of(new Unreadable("a file", located.fault())));
        };
    }

    private static void requireAll(Path root, List<NamedPicture> named, List<Located> located) {
        for (int i = 0; i < named.size(); i++) {
            if (located.get(i).file().isEmpty()) {
                throw missing(root, named.get(i), located.get(i).fault());
            }
        }
    }

    private static void requireNone(List<Located> located, List<Optional<Unreadable>> faults) {
        long count = faults.stream().filter(Optional::isPresent).count();
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).isPresent()) {
                Unreadable fault = faults.get(i).get();
                throw PictureFileReader.unreadable(
                        located.get(i).file().orElseThrow(),
                        fault.expected(),
                        fault.found() + (count > 1 ? " (the first of " + count + " that can't be read)" : ""));
            }
        }
    }

    private static void requireAny(Path root, List<Path> files, List<SkippedPicture> skipped) {
        if (files.isEmpty()) {
            throw new MalformedDataException(
                    root.toString(),
                    "at least one readable picture",
                    "none of " + skipped.size() + "; the first, "
                            + skipped.get(0).name() + ": " + skipped.get(0).reason(),
                    Fix.of("replace the files"),
                    Fix.of("read them without ", Setting.SKIP_UNREADABLE));
        }
    }

    private static void requireUnique(Path root, List<NamedPicture> named) {
        Map<Path, NamedPicture> first = new HashMap<>();
        for (NamedPicture picture : named) {
            NamedPicture earlier = first.putIfAbsent(picture.below(root), picture);
            if (earlier != null) {
                throw new MalformedDataException(
                        picture.where(),
                        "each picture only once",
                        "'" + picture.name() + "' again, after " + earlier.where(),
                        "remove one of the two");
            }
        }
    }

    private static MalformedDataException missing(Path root, NamedPicture picture, String found) {
        return new MalformedDataException(
                picture.where(),
                "the picture '" + picture.name() + "' in " + root,
                found,
                Fix.of("put it there"),
                Fix.of("correct the name"),
                Fix.of("skip missing pictures with ", Setting.SKIP_UNREADABLE));
    }

    @Override
    public int size() {
        return files.size();
    }

    /** The path of a picture in the list or below the folder, as it is written there. */
    @Override
    public String name(int index) {
        return names.get(index);
    }

    /**
     * The file of a picture.
     *
     * @param index in {@code [0, size())}
     * @return the path without symbolic links
     */
    public Path file(int index) {
        return files.get(index);
    }

    @Override
    public BufferedImage picture(int index) {
        return reader.read(files.get(index));
    }

    /**
     * {@return the unreadable pictures that were skipped, in order; empty without {@link
     * PictureFolder#skipUnreadable()}}
     */
    public List<SkippedPicture> skipped() {
        return skipped;
    }

    /** Index of each picture in the source, which also counts skipped ones. */
    int[] positions() {
        return positions;
    }
}
