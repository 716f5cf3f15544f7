package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.netwright.tests.torch.TorchvisionEfficientNetV2L;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** HotSpot never compiles a method of more than 8,000 bytes (its flag {@code DontCompileHugeMethods}). */
final class MethodSizeTest {
    private static final int LIMIT = 8000;

    private record Method(String name, int bytes) {}

    @Test
    void everyMethodAndConstructorOfEveryNetworkIsSmallEnoughToBeCompiled() throws IOException {
        assertAllMethodsAreSmall(ModelClasses.ofNetworks());
    }

    /** Among them is EfficientNetV2-L with 827 layers. */
    @Test
    void thoseOfDeeperNetworksAreSmallEnough() throws IOException {
        List<JavaClass> classes = ModelClasses.ofNetworks(TorchvisionEfficientNetV2L.class.getPackageName());
        assertThat(classes)
                .extracting(JavaClass::getName)
                .contains(TorchvisionEfficientNetV2L.class.getName() + "$TrainingStep");
        assertAllMethodsAreSmall(classes);
    }

    private static void assertAllMethodsAreSmall(List<JavaClass> classes) throws IOException {
        assertThat(classes).isNotEmpty();
        for (JavaClass generated : classes) {
            assertThat(methods(generated))
                    .as(generated.getName())
                    .isNotEmpty()
                    .allSatisfy(method -> assertThat(method.bytes())
                            .as("bytes of %s.%s", generated.getName(), method.name())
                            .isBetween(1, LIMIT));
        }
    }

    private static List<Method> methods(JavaClass generated) throws IOException {
        String file = "/" + generated.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(MethodSizeTest.class.getResourceAsStream(file), file)) {
            List<Method> methods = new ArrayList<>();
            new ClassReader(in).accept(new SizeReader(methods), 0);
            return methods;
        }
    }

    /** Writes each method once more, because only a writer knows where a label lies. */
    private static final class SizeReader extends ClassVisitor {
        private final List<Method> methods;

        SizeReader(List<Method> methods) {
            super(Opcodes.ASM9, new ClassWriter(0));
            this.methods = methods;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitMaxs(int maxStack, int maxLocals) {
                    Label end = new Label();
                    visitLabel(end);
                    methods.add(new Method(name + descriptor, end.getOffset()));
                    super.visitMaxs(maxStack, maxLocals);
                }
            };
        }
    }
}
