package dev.netwright.tests.targets;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;

/** A folder of garments with the lists that the pages' programs read. */
final class LabelledGarments {
    private static final Set<String> FOOTWEAR = Set.of("Sandal", "Sneaker", "Ankle boot");
    private static final Set<String> SLEEVES = Set.of("T-shirt/top", "Pullover", "Coat", "Shirt");

    private LabelledGarments() {}

    /** Writes {@code pictures}, {@code labels.csv} and {@code sizes.csv} into a folder. */
    static void write(Path folder, int count) throws IOException {
        ImageDataset garments = FashionMnist.bundledTrain();
        Files.createDirectories(folder.resolve("pictures"));
        StringBuilder labels = new StringBuilder("image,footwear,sleeves,legs\n");
        StringBuilder sizes = new StringBuilder("image,area,width\n");
        for (int i = 0; i < count; i++) {
            BufferedImage picture = garments.picture(i);
            String name = "pictures/" + i + ".png";
            ImageIO.write(picture, "png", folder.resolve(name).toFile());
            String garment = garments.labels().get(garments.label(i));
            labels.append(name)
                    .append(FOOTWEAR.contains(garment) ? ",1" : ",0")
                    .append(SLEEVES.contains(garment) ? ",1" : ",0")
                    .append(garment.equals("Trouser") ? ",1\n" : ",0\n");
            sizes.append(name).append(size(picture));
        }
        Files.writeString(folder.resolve("labels.csv"), labels);
        Files.writeString(folder.resolve("sizes.csv"), sizes);
    }

    /** The shares of the pixels that aren't black, and of the columns that have one. */
    private static String size(BufferedImage picture) {
        int area = 0;
        int columns = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            int before = area;
            for (int y = 0; y < picture.getHeight(); y++) {
                area += (picture.getRGB(x, y) & 0xff) > 32 ? 1 : 0;
            }
            columns += area > before ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                ",%.4f,%.4f%n",
                (double) area / (picture.getWidth() * picture.getHeight()),
                (double) columns / picture.getWidth());
    }
}
