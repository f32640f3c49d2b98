package dev.countersign.host.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every resource method in the application, found in the compiled classes. */
class EveryCallIsNamedTest {
  private static final Set<String> DOCUMENTS =
      Set.of(
          "ApprovalsPage.file",
          "ProofStatusResource.status",
          "AuthGuidePage.guide",
          "AuthorizationServerMetadata.server",
          "ProtectedResourceMetadata.resource",
          "LedgerSchemaResource.actions",
          "LedgerSchemaResource.entry",
          "LogResource.checkpoint",
          // An entry for each cosignature would make the next checkpoint to cosign.
          "LogResource.cosign",
          "LogResource.keyChanges",
          "LogResource.keys",
          "LogResource.tile",
          "ConfirmPage.page",
          "ConfirmResource.page",
          "ReferencePage.file",
          "ReferencePage.page",
          "SigningKeyResource.allKeys",
          "SigningKeyResource.serviceKey",
          "SigningKeyResource.serviceKeys",
          "SigningKeyResource.tenantKeys",
          "VerifyPage.page",
          "VerifyPage.file");
  private static final Path CLASSES = Path.of("target", "classes");

  static List<Method> calls() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/countersign/host"))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(EveryCallIsNamedTest::load)
          .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(EveryCallIsNamedTest::answersHttp)
          .toList();
    }
  }

  private static Class<?> load(Path file) {
    var name = CLASSES.relativize(file).toString().replace('/', '.');
    try {
      return Class.forName(
          name.substring(0, name.length() - ".class".length()),
          false,
          EveryCallIsNamedTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean answersHttp(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(found -> found.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  /** An entry follows from a word for it; who asks for a public document does nothing. */
  private static boolean leavesAnEntry(Method call) {
    return call.isAnnotationPresent(Recorded.class);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_call_leaves_an_entry_or_only_fetches_a_public_document(Method call) {
    assertEquals(
        DOCUMENTS.contains(call.getDeclaringClass().getSimpleName() + "." + call.getName()),
        !leavesAnEntry(call));
    assertTrue(leavesAnEntry(call) || call.isAnnotationPresent(Public.class));
  }

  /** A planted fault: an endpoint that nobody thought of. */
  @jakarta.ws.rs.Path("/planted")
  static class Forgotten {
    @GET
    public String nothing() {
      return "";
    }
  }

  @Test
  void an_endpoint_without_a_word_is_noticed() throws NoSuchMethodException {
    var forgotten = Forgotten.class.getDeclaredMethod("nothing");
    assertTrue(answersHttp(forgotten));
    assertThrows(
        AssertionError.class,
        () -> a_call_leaves_an_entry_or_only_fetches_a_public_document(forgotten));
  }

  @Test
  void the_application_was_really_read() throws IOException {
    assertFalse(calls().isEmpty());
  }
}
