package dev.countersign.host.api.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Settings;
import dev.countersign.host.platform.ClearableText;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.ZeroOneBoolean;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a mailbox; what is absent stays. Anything beside the mode is asked of the
 * kernel as a change of policy, so that it is an operator's to make.
 *
 * @param displayName blank for none
 * @param autoCc one more recipient of everything that leaves, bare; {@code autoBcc} likewise,
 *     hidden
 * @param signatureBlock plain lines under everything that leaves
 * @param mcpConfigured whoever sets up agents is done; any key may say so
 * @param webhookUrl not taken here; {@code oversightWebhookUrl} and {@code forwardInbound} neither
 * @param riskThreshold 0 to 1
 */
@Schema(example = "{\"oversight_mode\": \"gated_all\"}")
public record MailboxPatchBody(
    @Nullable String displayName,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean aiDisclosure,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean identitySigning,
    @Nullable String defaultGateTiming,
    @Nullable String oversightMode,
    @Nullable Integer requiredApprovals,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean riskChecks,
    @Nullable Double riskThreshold,
    @Nullable Long approvalLifetimeSeconds,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean schedulingEnabled,
    @Nullable ClearableText autoCc,
    @Nullable ClearableText autoBcc,
    @Nullable ClearableText signatureBlock,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean forwardInbound,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean mcpConfigured,
    @Nullable String webhookUrl,
    @Nullable String oversightWebhookUrl) {
  private static final String MCP = "mcp_configured";
  private static final String MODE = "oversight_mode";
  private static final int THOUSANDTHS = 1000;
  private static final long LONGEST_SECONDS = 315_360_000_000L;

  /** Everything that can be wrong about it without knowing the mailbox. */
  public void check(Limits limits) {
    if (given().isEmpty()) {
      throw Problem.of(
          ErrorCode.MISSING_FIELD, "Nothing to change: give at least one of the mailbox's fields.");
    }
    Fields.alwaysSigned(identitySigning);
    checkWords(limits);
    checkNotOffered();
    if (riskThreshold != null && !(0 <= riskThreshold && riskThreshold <= 1)) {
      throw outOfRange("risk_threshold", "0 to 1");
    }
    if (approvalLifetimeSeconds != null
        && !(0 < approvalLifetimeSeconds && approvalLifetimeSeconds <= LONGEST_SECONDS)) {
      throw outOfRange("approval_lifetime_seconds", "1 to " + LONGEST_SECONDS);
    }
  }

  private void checkWords(Limits limits) {
    var unusedMode = mode();
    var unusedTiming = gateTiming();
    var unusedName = name(limits);
    var unusedSettings = settings().on(Settings.NONE, limits);
  }

  /** What other servers take here is said no to, rather than passed over in silence. */
  private void checkNotOffered() {
    if (webhookUrl != null || oversightWebhookUrl != null) {
      throw Fields.invalid(
          webhookUrl == null ? "oversight_webhook_url" : "webhook_url",
          "Where events go is set by POST /v1/webhooks only.");
    }
    if (Boolean.TRUE.equals(forwardInbound)) {
      throw Fields.invalid(
          "forward_inbound",
          "This server forwards no mail: subscribe to message.received by POST /v1/webhooks.");
    }
  }

  private SettingsPatch settings() {
    return new SettingsPatch(autoCc, autoBcc, signatureBlock, mcpConfigured);
  }

  /** What the kernel is asked, in this order. */
  public List<MailboxCall> calls(Mailbox now) {
    List<MailboxCall> calls = new ArrayList<>();
    mode().ifPresent(mode -> calls.add(new MailboxCall.SetMode(mode)));
    if (!Set.of(MODE, MCP).containsAll(given().keySet())) {
      calls.add(new MailboxCall.SetPolicy(policy(now.policy())));
    } else if (calls.isEmpty()) {
      // Whoever may make the mode stricter may note that setting up is done: the mode as it is.
      calls.add(new MailboxCall.SetMode(now.mode()));
    }
    return calls;
  }

  /** Sets what the kernel has no say in, once it has allowed the rest. */
  public void present(MailboxRow row, Limits limits) {
    row.present(
        displayName == null ? row.displayName() : name(limits).orElse(null),
        or(aiDisclosure, row.aiDisclosure()),
        gateTiming().orElse(row.gateTiming()));
    row.set(settings().on(row.settings(), limits));
  }

  /** What was asked for, as the ledger keeps it. */
  public String summary() {
    var words = new StringJoiner(", ");
    given().forEach((field, value) -> words.add(field + "=" + value));
    return words.toString();
  }

  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, MODE, oversightMode);
    put(given, "display_name", displayName);
    put(given, "ai_disclosure", aiDisclosure);
    put(given, "identity_signing", identitySigning);
    put(given, "default_gate_timing", defaultGateTiming);
    put(given, "required_approvals", requiredApprovals);
    put(given, "risk_checks", riskChecks);
    put(given, "risk_threshold", riskThreshold);
    put(given, "approval_lifetime_seconds", approvalLifetimeSeconds);
    put(given, "scheduling_enabled", schedulingEnabled);
    put(given, "auto_cc", text(autoCc));
    put(given, "auto_bcc", text(autoBcc));
    put(given, "signature_block", text(signatureBlock));
    put(given, "forward_inbound", forwardInbound);
    put(given, MCP, mcpConfigured);
    put(given, "webhook_url", webhookUrl);
    put(given, "oversight_webhook_url", oversightWebhookUrl);
    return given;
  }

  private static @Nullable String text(@Nullable ClearableText given) {
    return given == null ? null : given.value().orElse("");
  }

  private static void put(Map<String, Object> given, String field, @Nullable Object value) {
    if (value != null) {
      given.put(field, value);
    }
  }

  private Policy policy(Policy now) {
    return new Policy(
        or(requiredApprovals, now.requiredApprovals()),
        riskThreshold == null ? now.riskThreshold() : (int) Math.round(riskThreshold * THOUSANDTHS),
        or(riskChecks, now.riskChecks()),
        approvalLifetimeSeconds == null
            ? now.approvalLifetime()
            : approvalLifetimeSeconds * THOUSANDTHS,
        or(schedulingEnabled, now.scheduling()),
        now.maxAttempts());
  }

  private Optional<Mode> mode() {
    return Fields.word(MODE, oversightMode, Mode::ofWire);
  }

  private Optional<GateTiming> gateTiming() {
    return Fields.word("default_gate_timing", defaultGateTiming, GateTiming::ofWire);
  }

  private Optional<String> name(Limits limits) {
    return Fields.line("display_name", displayName, limits.value(Limit.NAME_CHARACTERS));
  }

  private static Problem outOfRange(String field, String range) {
    return Problem.field(ErrorCode.OUT_OF_RANGE, field, field + " must be " + range + ".");
  }

  private static <T> T or(@Nullable T given, T now) {
    return given == null ? now : given;
  }
}
