package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.picture.PictureDecoder;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pictures in files, in the order of the list or folder that named them, without classes. They may be of any sizes. */
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

    static PictureFiles of(Path root, PictureDecoder decoder, List<NamedPicture> named, boolean skipsUnreadable) {
        refuseTwins(root, named);
        List<Optional<Path>> found =
                named.stream().map(picture -> picture.in(root)).toList();
        PictureFileReader reader = new PictureFileReader(decoder);
        List<Optional<String>> faults = IntStream.range(0, named.size())
                .parallel()
                .mapToObj(i -> skipsUnreadable ? faultOf(reader, found.get(i)) : Optional.<String>empty())
                .toList();
        List<String> names = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<SkippedPicture> skipped = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            NamedPicture picture = named.get(i);
            if (faults.get(i).isPresent()) {
                skipped.add(new SkippedPicture(picture.name(), faults.get(i).get()));
            } else {
                names.add(picture.name());
                files.add(found.get(i).orElseThrow(() -> missing(root, picture)));
            }
        }
        if (files.isEmpty()) {
            throw new MalformedDataException(
                    root.toString(),
                    "at least one readable picture",
                    "none of " + skipped.size() + "; the first, "
                            + skipped.get(0).name() + ": " + skipped.get(0).reason(),
                    "look at the pictures without skipping");
        }
        int[] positions = IntStream.range(0, named.size())
                .filter(i -> faults.get(i).isEmpty())
                .toArray();
        return new PictureFiles(reader, List.copyOf(names), List.copyOf(files), List.copyOf(skipped), positions);
    }

    private static void refuseTwins(Path root, List<NamedPicture> named) {
        Map<Path, NamedPicture> first = new HashMap<>();
        for (NamedPicture picture : named) {
            NamedPicture twin = first.putIfAbsent(picture.below(root), picture);
            if (twin != null) {
                throw new MalformedDataException(
                        picture.where(),
                        "each picture once",
                        "'" + picture.name() + "' again, after " + twin.where(),
                        "remove one of the two");
            }
        }
    }

    private static Optional<String> faultOf(PictureFileReader reader, Optional<Path> file) {
        return file.map(reader::faultOf).orElseGet(() -> Optional.of("expected a file, found none of that name"));
    }

    private static MalformedDataException missing(Path root, NamedPicture picture) {
        return new MalformedDataException(
                picture.where(),
                "the picture '" + picture.name() + "' in " + root,
                "no such file",
                Fix.of("put it there"),
                Fix.of("correct the name"),
                Fix.of("leave missing pictures out with ", Setting.SKIP_UNREADABLE));
    }

    @Override
    public int size() {
        return files.size();
    }

    /** What the list or folder calls a picture: its path below the folder, as it is written there. */
    @Override
    public String name(int index) {
        return names.get(index);
    }

    /**
     * A picture's file, without symbolic links.
     *
     * @param index in {@code [0, size())}
     */
    public Path file(int index) {
        return files.get(index);
    }

    @Override
    public BufferedImage picture(int index) {
        return reader.read(files.get(index));
    }

    /** What was left out because it can't be read, in order; empty without {@link PictureFolder#skipUnreadable()}. */
    public List<SkippedPicture> skipped() {
        return skipped;
    }

    /** The place of each picture in the source, where those that were skipped have places too. */
    int[] positions() {
        return positions;
    }
}
