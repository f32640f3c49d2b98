package dev.countersign.host.platform.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.Set;

/** Bean Validation's findings: the first by field is the answer, named as it is in the JSON. */
@Provider
public final class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {
  private static final Set<String> ABSENT = Set.of("NotNull", "NotBlank", "NotEmpty");

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    return ErrorAnswers.response(
        failure.getConstraintViolations().stream()
            .min(Comparator.comparing(found -> field(found.getPropertyPath())))
            .map(ViolationMapper::problem)
            .orElseGet(() -> ErrorAnswers.ofStatus(400)));
  }

  static Problem problem(ConstraintViolation<?> found) {
    String field = field(found.getPropertyPath());
    var constraint =
        found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    if (ABSENT.contains(constraint)) {
      return Problem.field(
          ErrorCode.MISSING_FIELD, field, field + " is required and must not be empty.");
    }
    var code =
        switch (constraint) {
          case "Size" -> ErrorCode.TOO_LONG;
          case "Min", "Max", "Positive", "PositiveOrZero" -> ErrorCode.OUT_OF_RANGE;
          default -> ErrorCode.INVALID_VALUE;
        };
    return Problem.field(code, field, field + " " + found.getMessage() + ".");
  }

  /** Without the method and its parameter: {@code attachments[0].content_type}. */
  private static String field(Path path) {
    var field = new StringBuilder();
    for (var node : path) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".");
        field.append(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(node.getName()));
      }
    }
    return field.isEmpty() ? "body" : field.toString();
  }
}
