package dev.countersign.conformance.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold of every answer, whatever was asked. */
final class Oracle {
  private static final Pattern INSIDES =
      Pattern.compile("\\bat dev\\.countersign|Exception\\b|SQLSTATE|org\\.h2|org\\.postgresql");

  private final Described api;

  Oracle(Described api) {
    this.api = api;
  }

  /**
   * {@return what is wrong with an answer}
   *
   * @param secrets words that whoever called may not be shown
   */
  List<String> faults(Call call, Reply reply, List<String> secrets) {
    List<String> faults = new ArrayList<>();
    var status = Integer.toString(reply.status());
    var declared = call.operation().responses().path(status);
    if (reply.status() >= 500 && declared.isMissingNode()) {
      faults.add("fails with " + status);
    } else if (declared.isMissingNode()) {
      faults.add("answers " + status + ", which is not described");
    } else if (declared.has("content")) {
      content(call, reply, faults);
    }
    if (secrets.stream().anyMatch(reply.body()::contains)) {
      faults.add("shows what is another tenant's");
    }
    if (reply.status() >= 400 && INSIDES.matcher(reply.body()).find()) {
      faults.add("shows its insides");
    }
    return faults;
  }

  private void content(Call call, Reply reply, List<String> faults) {
    var schema = call.operation().answer(reply.status(), reply.type());
    if (schema.isMissingNode()) {
      faults.add(reply.status() + " is of type " + reply.type() + ", which is not described");
    } else if (reply.type().equals("application/json")) {
      var json = reply.json();
      if (json.isMissingNode()) {
        faults.add(reply.status() + " is no JSON");
      } else {
        var wrong = api.faultsOfAnswer(schema, json);
        if (!wrong.isEmpty()) {
          faults.add(reply.status() + " is not of its schema: " + wrong);
        }
      }
    } else if (reply.body().isEmpty()) {
      faults.add(reply.status() + " is empty");
    }
  }
}
