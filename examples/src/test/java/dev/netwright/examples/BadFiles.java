package dev.netwright.examples;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A folder with weights, pictures and lists, most of them damaged or of the wrong kind. */
final class BadFiles {
    private static final int PICTURES = 24;

    private BadFiles() {}

    /** Writes all of them. */
    static void write(Path folder) throws IOException {
        ImageDataset pictures = FashionMnist.bundledTrain().first(PICTURES);
        Training silent = Training.with(Optimizer.sgd(0.1)).epochs(1).listener(new TrainingListener() {});
        Path weights = folder.resolve("lenet.safetensors");
        try (NeuralNetwork network = LeNet28.train(
                pictures, silent.checkpoints(folder.resolve("used")).runFolder(folder.resolve("run")))) {
            network.save(weights);
            network.exportTorch(folder.resolve("torch.safetensors"));
        }
        byte[] whole = Files.readAllBytes(weights);
        Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, whole.length - 100));
        StringBuilder list = new StringBuilder("image,label\n");
        for (int index = 0; index < PICTURES; index++) {
            String name = index + ".png";
            ImageIO.write(pictures.picture(index), "png", folder.resolve(name).toFile());
            list.append(name)
                    .append(',')
                    .append(pictures.labels().get(pictures.label(index)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("list.csv"), list);
        Files.createFile(folder.resolve("empty"));
        Files.writeString(folder.resolve("text.txt"), "no picture, no list\nof anything\n\nat all\n");
        Files.writeString(folder.resolve("text.jpg"), "no picture at all");
        Files.writeString(folder.resolve("photo.webp"), "RIFF....WEBPVP8 ");
        Files.writeString(folder.resolve("missing.csv"), "image,label\nnothing.png,Bag\n");
        Files.writeString(folder.resolve("unreadable.csv"), "image,label\n0.png,Bag\ntext.txt,Bag\nphoto.webp,Bag\n");
        Files.writeString(folder.resolve("outside.csv"), "image,label\n../0.png,Bag\n");
        Files.writeString(folder.resolve("twice.csv"), "image,label\n0.png,Bag\n0.png,Bag\n");
        Files.writeString(folder.resolve("classless.csv"), "image\n0.png\n");
        Files.writeString(folder.resolve("classes.csv"), "image,label\n0.png,oak\n1.png,elm\n2.png,ash\n");
        Files.write(folder.resolve("bytes.csv"), new byte[] {'i', 'm', 'a', 'g', 'e', '\n', (byte) 0xe9, '\n'});
        Files.createSymbolicLink(folder.resolve("loop.png"), Path.of("loop.png"));
        Files.writeString(folder.resolve("link.csv"), "image,label\nloop.png,Bag\n");
        Files.createDirectories(folder.resolve("hollow"));
        Files.createDirectories(folder.resolve("halfempty/ash"));
        copy(folder, "0.png", "halfempty/oak/0.png");
        copy(folder, "0.png", "flat/0.png");
        copy(folder, "0.png", "unreadable/oak/0.png");
        copy(folder, "text.jpg", "unreadable/oak/1.jpg");
        copy(folder, "photo.webp", "unreadable/oak/2.webp");
    }

    /** Copies one of them, into a folder that there may not be yet. */
    static void copy(Path folder, String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.copy(folder.resolve(from), folder.resolve(to));
    }
}
