package dev.netwright.tests.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Files that are loaded as the weights of a LeNet. */
final class WrongWeights {
    static final List<WrongInput> ALL = List.of(
            file(
                    "weights: an empty file",
                    new byte[0],
                    "Weights file <folder>/w.safetensors: expected at least the 8 bytes of the header's length, but "
                            + "found a file of 0 bytes. Copy or download it again."),
            file(
                    "weights: a file of a pickle",
                    "\u0080\u0002}q\u0000(X\u0003".getBytes(ISO_8859_1),
                    "Weights file <folder>/w.safetensors: expected a header length from 2 to the 0 bytes that "
                            + "follow it, but found 240986562433450624. It is truncated, or not a "
                            + "safetensors file: save a file of torch.save again with safetensors.torch.save_file."),
            file(
                    "weights: a header that isn't JSON",
                    RawFiles.safetensors("weights of my network", 8),
                    "Weights file <folder>/w.safetensors: expected a JSON header that begins with '{', but found "
                            + "'weights '. It isn't a safetensors file: save it with safetensors.torch.save_file."),
            file(
                    "weights: a header that ends too early",
                    RawFiles.safetensors("{\"c1.weight\":{", 8),
                    "Weights file <folder>/w.safetensors: expected a header of well-formed JSON, but found this "
                            + "fault: Unexpected end-of-input: expected close marker for Object (start marker at [Source: "
                            + "REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 14]). "
                            + "Write it again with a current safetensors library."),
            file(
                    "weights: the same tensor twice",
                    RawFiles.safetensors(
                            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"w\":{}}", 4),
                    "Weights file <folder>/w.safetensors: expected a header of well-formed JSON, but found this "
                            + "fault: Duplicate field 'w'. Write it again with a current safetensors library."),
            file(
                    "weights: half precision",
                    tensor("F16", "[6,1,5,5]", 0, 300),
                    "Weights file <folder>/w.safetensors: expected tensor 'c1.weight' to be of type F32, the only "
                            + "one that Netwright computes in, but found type F16. Save it as tensor.float(), or leave it out "
                            + "if it is a counter such as num_batches_tracked."),
            file(
                    "weights: a negative size",
                    tensor("F32", "[-6,1,5,5]", 0, 600),
                    "Weights file <folder>/w.safetensors: expected shape of tensor 'c1.weight' to be an array of "
                            + "whole numbers from 0 to 2^63 - 1, but found '-6'. Write it again with a current safetensors "
                            + "library."),
            file(
                    "weights: data that overlap nothing and fill nothing",
                    tensor("F32", "[6,1,5,5]", 4, 604),
                    "Weights file <folder>/w.safetensors: expected tensor 'c1.weight' to begin at byte 0 of the "
                            + "data, where the one before it ends, but found a gap: it begins at byte 4. Write it again "
                            + "with a current safetensors library."),
            file(
                    "weights: a tensor of another shape",
                    tensor("F32", "[6,3,5,5]", 0, 1800),
                    "Weights file <folder>/w.safetensors: expected tensor 'c1.weight' of shape [6, 1, 5, 5] for "
                            + "network dev.netwright.models.lenet.LeNet28, but found shape [6, 3, 5, 5], in weights that name "
                            + "no network. Save exactly this network's tensors, under its own parameter names."),
            file(
                    "weights: a tensor of another network",
                    RawFiles.safetensors(
                            "{\"conv9.weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4),
                    "Weights file <folder>/w.safetensors: expected tensor 'c1.weight' of shape [6, 1, 5, 5] for "
                            + "network dev.netwright.models.lenet.LeNet28, but found no tensor of that name, in weights that "
                            + "name no network. Save exactly this network's tensors, under its own parameter names."),
            damaged(
                    "weights: a file cut short",
                    whole -> Arrays.copyOf(whole, whole.length - 1000),
                    "Weights file <folder>/w.safetensors: expected 246824 bytes of tensor data after the header, "
                            + "but found 245824: the file is cut short. Copy or download it again."),
            damaged(
                    "weights: bytes after the end",
                    whole -> Arrays.copyOf(whole, whole.length + 4),
                    "Weights file <folder>/w.safetensors: expected 246824 bytes of tensor data after the header, "
                            + "but found 246828: the file is too long. Copy or download it again."),
            damaged(
                    "weights: a NaN",
                    whole -> {
                        Arrays.fill(whole, whole.length - 4, whole.length, (byte) 0xff);
                        return ofAnotherProgram(whole);
                    },
                    "Weights file <folder>/w.safetensors: expected finite values in tensor 'f7.bias', but found NaN "
                            + "at index 9. Its training diverged or the file is damaged: take an earlier checkpoint."),
            damaged(
                    "weights: one flipped bit",
                    whole -> {
                        whole[whole.length - 4] ^= 1;
                        return whole;
                    },
                    "Weights file <folder>/w.safetensors: expected values and metadata with the checksum crc32c "
                            + "'<checksum>', but found '<checksum>'. The file is damaged: copy or download it again; if you "
                            + "changed it on purpose, save it without metadata."),
            new WrongInput(
                    "weights: another network's",
                    folder -> LeNet32.load(saved(folder)),
                    "Weights file <folder>/w.safetensors: expected fingerprint "
                            + "<fingerprint> of network "
                            + "dev.netwright.models.lenet.LeNet32, but found fingerprint "
                            + "<fingerprint> of network "
                            + "'dev.netwright.models.lenet.LeNet28', which has the same tensors but another spec. Compare the "
                            + "two specs (strides, padding, activations, order), and load it into the network that it was "
                            + "trained as."),
            new WrongInput(
                    "weights: a folder",
                    folder -> LeNet28.load(folder),
                    "Cannot read weights file <folder>: not a regular file. Check the path and that you may read it."));

    private WrongWeights() {}

    private static WrongInput file(String name, byte[] content, String message) {
        return new WrongInput(name, folder -> LeNet28.load(RawFiles.write(folder, "w.safetensors", content)), message);
    }

    private static byte[] tensor(String type, String shape, int begin, int end) {
        return RawFiles.safetensors(
                "{\"c1.weight\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + ","
                        + end + "]}}",
                end);
    }

    private static WrongInput damaged(String name, UnaryOperator<byte[]> damage, String message) {
        return new WrongInput(
                name,
                folder -> {
                    Path file = saved(folder);
                    Files.write(file, damage.apply(Files.readAllBytes(file)));
                    LeNet28.load(file);
                },
                message);
    }

    /** The same tensors as a file of another format, which has no checksum of ours. */
    private static byte[] ofAnotherProgram(byte[] whole) {
        return new String(whole, ISO_8859_1)
                .replace("\"netwright\"", "\"otherwise\"")
                .replace("\"crc32c\"", "\"crc-32\"")
                .getBytes(ISO_8859_1);
    }

    private static Path saved(Path folder) throws IOException {
        Path file = folder.resolve("w.safetensors");
        try (LeNet28 network = LeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 0)) {
            network.save(file);
        }
        return file;
    }
}
