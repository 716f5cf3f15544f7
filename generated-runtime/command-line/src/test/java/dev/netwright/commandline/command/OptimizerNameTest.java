package dev.netwright.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.training.Optimizer;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptimizerNameTest {
    @Test
    void eachNameIsAnotherOptimizerWithTheRateThatIsGiven() {
        assertThat(Arrays.stream(OptimizerName.values()).map(name -> name.at(0.1)))
                .doesNotHaveDuplicates()
                .extracting(Optimizer::learningRate)
                .containsOnly(Optimizer.sgd(0.1).learningRate());
    }

    @Test
    void everyOptimizerOfTheLibraryHasAName() {
        Stream<String> factories = Arrays.stream(Optimizer.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Optimizer.class
                        && method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == double.class
                        && Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName().toUpperCase(Locale.ROOT));
        assertThat(factories)
                .hasSizeGreaterThan(5)
                .isSubsetOf(
                        Arrays.stream(OptimizerName.values()).map(Enum::name).toList());
    }
}
