package dev.countersign.conformance.badinput;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad calls get the right status and a clear error, change nothing and leave one ledger entry. */
public interface Refusing extends OnProduct {
  /** By server: one scene is enough for all rows. */
  Map<String, Scene> SCENES = new ConcurrentHashMap<>();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.countersign.conformance.badinput.BadCall#all")
  default void a_bad_call_is_refused_changes_nothing_and_is_recorded_once(BadCall bad) {
    var scene =
        SCENES.computeIfAbsent(
            product().anonymous().base().toString(), base -> Scene.of(product()));
    var before = scene.state();
    long recorded = scene.recorded();
    long reasons = scene.recorded(bad.code());
    var answer = bad.call().apply(scene);
    assertAll(
        () -> assertEquals(bad.status(), answer.status(), answer.body()),
        () -> assertEquals(bad.code(), answer.text("code"), answer.body()),
        () -> assertFalse(answer.text("error").isBlank()),
        () ->
            assertTrue(
                answer
                    .headers()
                    .firstValue("Content-Type")
                    .orElse("")
                    .startsWith("application/json")),
        () -> assertEquals(before, scene.state(), "something changed"),
        () -> assertEquals(recorded + 1, scene.recorded(), "ledger entries"),
        () -> assertEquals(reasons + 1, scene.recorded(bad.code()), "with the reason"));
  }
}
