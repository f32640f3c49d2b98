package dev.countersign.host.firststart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the operator wants the first tenant to be called. */
@ApplicationScoped
class FirstRunSettings {
  @Inject
  @ConfigProperty(name = "countersign.public.url", defaultValue = "http://127.0.0.1:8080")
  String url;

  @Inject
  @ConfigProperty(name = "countersign.operator.name", defaultValue = "Operator")
  String operatorName;

  @Inject
  @ConfigProperty(
      name = "countersign.approver.email",
      defaultValue = "approver@countersign.localhost")
  String approverAddress;

  @Inject
  @ConfigProperty(name = "countersign.mailbox", defaultValue = "agent@countersign.localhost")
  String mailboxAddress;

  String url() {
    return url;
  }

  String operatorName() {
    return operatorName;
  }

  String approverAddress() {
    return approverAddress;
  }

  String mailboxAddress() {
    return mailboxAddress;
  }
}
