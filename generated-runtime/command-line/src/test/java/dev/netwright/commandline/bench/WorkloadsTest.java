package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkloadsTest {
    /** Parameters, batch and multiply-adds for each image as they are published for the other libraries' measurements. */
    @ParameterizedTest
    @CsvSource({
        "lenet,     61706,     256, 0.42e6",
        "bnlenet,   44878,     256, 0.29e6",
        "alexnet,   46764746,  32,  0.94e9",
        "vgg11q,    43093322,  32,  0.51e9",
        "nin,       1992166,   32,  0.76e9",
        "googlenet, 5977530,   64,  0.28e9",
        "resnet18,  11178378,  64,  0.32e9",
        "densenet,  758226,    64,  0.13e9",
        "vgg16,     138357544, 8,   15.5e9",
    })
    void eachIsTheNetworkThatTheOthersWereMeasuredWith(String name, long parameters, int batch, double multiplyAdds) {
        Workload workload = Workloads.find(name).orElseThrow();

        assertThat(workload.type().parameters().size()).isEqualTo(parameters);
        assertThat(workload.batch()).isEqualTo(batch);
        double counted = workload.type().structure().multiplyAdds();
        assertThat(Math.abs(counted / multiplyAdds - 1))
                .as("%s multiply-adds", counted)
                .isLessThan(0.05);
    }

    @Test
    void noOtherIsAmongThem() {
        assertThat(Workloads.names())
                .isEqualTo("lenet, bnlenet, alexnet, vgg11q, nin, googlenet, resnet18, densenet, vgg16");
        assertThat(Workloads.find("lenet-5")).isEmpty();
    }
}
