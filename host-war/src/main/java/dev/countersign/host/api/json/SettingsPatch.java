package dev.countersign.host.api.json;

import dev.countersign.host.mailboxes.Settings;
import dev.countersign.host.platform.ClearableText;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about what a mailbox adds to its mail.
 *
 * @param autoCc a bare address; likewise {@code autoBcc}
 */
record SettingsPatch(
    @Nullable ClearableText autoCc,
    @Nullable ClearableText autoBcc,
    @Nullable ClearableText signatureBlock,
    @Nullable Boolean mcpConfigured) {

  /**
   * {@return the settings after the change}
   *
   * @throws dev.countersign.host.platform.Problem naming the first field that cannot be used
   */
  Settings on(Settings now, Limits limits) {
    return new Settings(
        address("auto_cc", autoCc, now.autoCc()),
        address("auto_bcc", autoBcc, now.autoBcc()),
        signature(now.signatureBlock(), limits),
        mcpConfigured == null ? now.mcpConfigured() : mcpConfigured);
  }

  private static @Nullable String address(
      String field, @Nullable ClearableText given, @Nullable String now) {
    return given == null
        ? now
        : given.value().map(text -> NewMailboxBody.person(field, text)).orElse(null);
  }

  private @Nullable String signature(@Nullable String now, Limits limits) {
    if (signatureBlock == null) {
      return now;
    }
    var lines = signatureBlock.value().map(text -> text.replace("\r\n", "\n").strip()).orElse(null);
    var text =
        Fields.shortText("signature_block", lines, limits.value(Limit.SIGNATURE_BLOCK_CHARACTERS));
    if (text.isPresent()
        && text.get().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
      throw Fields.invalid(
          "signature_block", "signature_block must be plain lines, without control characters.");
    }
    return text.orElse(null);
  }
}
