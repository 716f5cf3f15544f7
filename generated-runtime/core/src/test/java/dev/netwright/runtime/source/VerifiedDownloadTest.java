package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.PilFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on the loopback interface of this machine. */
class VerifiedDownloadTest {
    private static final byte[] CONTENT = PilFixture.pixels(77, 200_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        folder = root.resolve("new/cache");
    }

    @AfterEach
    void tearDown() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theRightContentArrivesUnderItsName() throws IOException {
        serve(exchange -> answer(exchange, CONTENT, CONTENT.length));
        download().fetch(PATIENCE);
        assertThat(files()).containsExactly("file.gz");
        assertThat(folder.resolve("file.gz")).hasBinaryContent(CONTENT);
    }

    @Test
    void contentOfUnknownLengthIsTakenToo() {
        serve(exchange -> answer(exchange, CONTENT, 0));
        download().fetch(PATIENCE);
        assertThat(folder.resolve("file.gz")).hasBinaryContent(CONTENT);
    }

    @Test
    void aFileThatIsRightIsNotFetchedAgain() {
        serve(exchange -> answer(exchange, CONTENT, CONTENT.length));
        download().fetch(PATIENCE);
        download().fetch(PATIENCE);
        assertThat(requests).hasValue(1);
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        serve(exchange -> answer(exchange, CONTENT, CONTENT.length));
        Files.createDirectories(folder);
        Files.write(folder.resolve("file.gz"), changed());
        download().fetch(PATIENCE);
        assertThat(folder.resolve("file.gz")).hasBinaryContent(CONTENT);
    }

    @Test
    void corruptContentIsRefused() throws IOException {
        serve(exchange -> answer(exchange, changed(), CONTENT.length));
        assertThatThrownBy(() -> download().fetch(PATIENCE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(address() + ": expected a file of SHA-256 " + PilFixture.sha256(CONTENT))
                .hasMessageContaining("found " + PilFixture.sha256(changed()));
        assertThat(files()).isEmpty();
    }

    @Test
    void truncatedContentIsRefused() throws IOException {
        serve(exchange -> answer(exchange, Arrays.copyOf(CONTENT, 150_000), 150_000));
        assertThatThrownBy(() -> download().fetch(PATIENCE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("expected 200000 bytes, found only 150000");
        assertThat(files()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksIsAnError() throws IOException {
        serve(exchange -> answer(exchange, Arrays.copyOf(CONTENT, 150_000), CONTENT.length));
        assertThatThrownBy(() -> download().fetch(PATIENCE))
                .hasMessageContaining(address().toString());
        assertThat(files()).isEmpty();
    }

    @Test
    void contentWithoutEndIsCutOff() throws IOException {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(CONTENT);
            }
        });
        assertThatThrownBy(() -> download().fetch(PATIENCE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("expected 200000 bytes, found more");
        assertThat(files()).isEmpty();
    }

    @Test
    void aRefusalOfTheServerKeepsTheOldFile() throws IOException {
        serve(exchange -> answer(exchange, CONTENT, 404, CONTENT.length));
        Files.createDirectories(folder);
        Files.write(folder.resolve("file.gz"), changed());
        assertThatThrownBy(() -> download().fetch(PATIENCE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(address().toString())
                .hasMessageContaining("status 404")
                .hasMessageContaining("proxy");
        assertThat(folder.resolve("file.gz")).hasBinaryContent(changed());
        assertThat(files()).containsExactly("file.gz");
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws IOException {
        CountDownLatch givenUp = new CountDownLatch(1);
        serve(exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, 1000);
            exchange.getResponseBody().flush();
            awaitUninterrupted(givenUp);
        });
        assertThatThrownBy(() -> download().fetch(Duration.ofMillis(300)))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        givenUp.countDown();
        assertThat(files()).isEmpty();
    }

    @Test
    void onlyWebAddressesAreFetched() throws IOException {
        Path local = Files.write(root.resolve("local"), CONTENT);
        VerifiedDownload download =
                new VerifiedDownload(local.toUri(), folder, "file.gz", CONTENT.length, PilFixture.sha256(CONTENT));
        assertThatThrownBy(() -> download.fetch(PATIENCE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("scheme http or https");
    }

    @Test
    void fashionMnistRefusesAMirrorThatHasSomethingElse() throws IOException {
        server.createContext("/fashion/", exchange -> answer(exchange, CONTENT, CONTENT.length));
        assertThatThrownBy(() -> FashionMnist.download(base().resolve("fashion"), folder))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(
                        "/fashion/train-images-idx3-ubyte.gz: expected 26421880 bytes, found only 200000");
        assertThat(files()).isEmpty();
    }

    private VerifiedDownload download() {
        return new VerifiedDownload(address(), folder, "file.gz", CONTENT.length, PilFixture.sha256(CONTENT));
    }

    private URI base() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/");
    }

    private URI address() {
        return base().resolve("data/file.gz");
    }

    private void serve(HttpHandler handler) {
        server.createContext("/data/", exchange -> {
            requests.incrementAndGet();
            handler.handle(exchange);
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void answer(HttpExchange exchange, byte[] content, long announced) throws IOException {
        answer(exchange, content, 200, announced);
    }

    private static void answer(HttpExchange exchange, byte[] content, int status, long announced) throws IOException {
        exchange.sendResponseHeaders(status, announced);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static byte[] changed() {
        byte[] changed = CONTENT.clone();
        changed[100_000] ^= 1;
        return changed;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
