package dev.netwright.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeJarsTest {
    @TempDir
    private Path folder;

    @Test
    void classifiersAreThoseWhoseLibraryLiesOnTheClassPath() throws IOException {
        file("org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn-avx2/libjnind4jcpu.so", "");
        file("org/nd4j/linalg/cpu/nativecpu/bindings/windows-x86_64/jnind4jcpu.dll", "");
        file("org/nd4j/linalg/jcublas/bindings/linux-x86_64-cudnn/libjnind4jcuda.so", "");
        file("org/bytedeco/dnnl/macosx-x86_64/libjnidnnl.dylib", "");

        NativeJars jars = jars();

        assertThat(jars.nd4jCpu()).containsExactly("linux-x86_64-onednn-avx2", "windows-x86_64");
        assertThat(jars.nd4jCuda()).containsExactly("linux-x86_64-cudnn");
        assertThat(jars.oneDnn()).containsExactly("macosx-x86_64");
        assertThat(jars.hasCudaBackend())
                .as("a native library without its classes")
                .isFalse();
    }

    @Test
    void theCudaBackendIsItsClasses() throws IOException {
        file("org/nd4j/linalg/jcublas/JCublasBackend.class", "");

        assertThat(jars().hasCudaBackend()).isTrue();
        assertThat(jars().nd4jCuda()).isEmpty();
    }

    @Test
    void aVersionIsWhatMavenWroteIntoTheJar() throws IOException {
        file("META-INF/maven/org.nd4j/nd4j-api/pom.properties", "artifactId=nd4j-api\nversion=1.0.0-M2.1\n");

        assertThat(jars().version("org.nd4j", "nd4j-api")).contains("1.0.0-M2.1");
        assertThat(jars().version("org.nd4j", "nd4j-native")).isEmpty();
    }

    private NativeJars jars() throws IOException {
        return NativeJars.of(new URLClassLoader(new URL[] {folder.toUri().toURL()}, null));
    }

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
