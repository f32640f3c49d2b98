package dev.countersign.host.platform;

import java.util.Locale;

/**
 * Every limit of the server, with its unit as the last word of its name. {@code docs/limits.md} is
 * this list; {@link Limits} has the values in force.
 */
public enum Limit {
  REQUEST_BODY_BYTES(35 << 20, 1 << 10, 1 << 30, "Body of one HTTP request, 413 above it"),
  ATTACHMENT_BYTES(10 << 20, 1, 1 << 30, "One attachment, decoded"),
  ATTACHMENTS_TOTAL_BYTES(25 << 20, 1, 1 << 30, "All attachments of one message, decoded"),
  ATTACHMENTS_COUNT(50, 0, 1000, "Attachments of one message"),
  ATTACHMENT_NAME_CHARACTERS(200, 1, 255, "Name of an attachment"),
  INBOUND_MESSAGE_BYTES(
      25 << 20, 1 << 10, 1 << 30, "A message from outside, with all headers and attachments"),
  INBOUND_HEADER_BYTES(
      1 << 18, 1 << 10, 1 << 24, "The header section of a message from outside; 552 above it"),
  INBOUND_PARTS_COUNT(200, 1, 10_000, "Parts of a message from outside that are read"),
  INBOUND_DEPTH_COUNT(20, 1, 100, "How deep they may be nested"),
  INBOUND_MARKUP_BYTES(1 << 20, 1 << 10, 1 << 26, "HTML of a message that is turned into text"),
  INBOUND_TAGS_COUNT(20_000, 100, 1_000_000, "Tags in it"),
  SMTP_CONNECTIONS_COUNT(
      200, 1, 10_000, "Connections to a mail listener at the same time, on each node"),
  SMTP_CONNECTIONS_PER_PEER_COUNT(50, 1, 10_000, "Connections of one host to a mail listener"),
  SMTP_COMMAND_MS(300_000, 100, 3_600_000, "How long a command or more of a message is waited for"),
  SMTP_CONNECTION_MS(1_800_000, 1000, 86_400_000, "How long one connection may last"),
  SMTP_COMMANDS_COUNT(2000, 10, 1_000_000, "Commands of one connection"),
  SMTP_RECIPIENTS_COUNT(100, 1, 10_000, "Recipients of one message that comes in"),
  SMTP_UNKNOWN_RECIPIENTS_COUNT(
      20, 1, 10_000, "Addresses of nobody here before a connection is ended"),
  SMTP_WORK_BYTES(
      32 << 20,
      1 << 20,
      1 << 30,
      "Messages over 256 KiB worked on at the same time, on each node; others wait"),
  SMTP_MESSAGES_PER_PEER_PER_MINUTE_COUNT(
      120, 1, 1_000_000, "Messages of one host, on each node; 450 above it"),
  SPAM_ANSWER_MS(10_000, 100, 60_000, "How long a spam filter is waited for"),
  RECIPIENTS_COUNT(50, 1, 1000, "To, cc and bcc of one message together"),
  SUBJECT_CHARACTERS(998, 1, 998, "Subject (RFC 5322, section 2.1.1)"),
  BODY_CHARACTERS(262_144, 1, 4 << 20, "Body of a message"),
  IDEMPOTENCY_KEY_CHARACTERS(200, 1, 200, "Idempotency key"),
  IDEMPOTENCY_KEY_MS(
      86_400_000, 60_000, 2_592_000_000L, "How long an idempotency key is remembered"),
  CONTENT_WINDOW_MS(
      60_000, 0, 3_600_000, "How soon the same content again counts as repeated, 0 for never"),
  QUOTED_HISTORY_BYTES(65_536, 0, 262_144, "What an answer quotes of the message it answers"),
  THREAD_MESSAGES_COUNT(500, 1, 10_000, "Messages shown of one thread, the newest"),
  TAGS_COUNT(50, 1, 1000, "Tags of one message"),
  TAG_KEY_CHARACTERS(100, 1, 100, "Key of a tag"),
  TAG_VALUE_CHARACTERS(500, 1, 500, "Value of a tag"),
  ATTACHMENT_LINK_MS(3_600_000, 1000, 86_400_000, "How long a link to an attachment is good"),
  SIGNATURE_BLOCK_CHARACTERS(200, 1, 200, "Lines that a mailbox puts under what leaves it"),
  NAME_CHARACTERS(200, 1, 200, "Names of keys, people, mailboxes and tenants"),
  NOTE_CHARACTERS(2000, 1, 2000, "Note with a decision, reason of a cancellation"),
  LIST_PAGE_COUNT(100, 1, 1000, "Rows in one page of a list"),
  LIST_PAGE_DEFAULT_COUNT(20, 1, 1000, "Rows in a page when the call does not say"),
  KEYS_PER_TENANT_COUNT(100, 3, 10_000, "Live keys of one tenant"),
  MAILBOXES_PER_TENANT_COUNT(1000, 1, 100_000, "Mailboxes of one tenant"),
  CONTACTS_PER_TENANT_COUNT(10_000, 0, 1_000_000, "Contacts of one tenant"),
  CONTACT_TAGS_COUNT(20, 0, 100, "Tags of one contact"),
  MONTHLY_MESSAGES_COUNT(
      0,
      0,
      1_000_000_000,
      "Messages that a tenant hands in during a calendar month (UTC), 429 above it; 0 for any"
          + " number"),
  WARMUP_DAYS(
      0,
      0,
      365,
      "How long a new mailbox is held to the three numbers below, a third of the time to each; 0"
          + " for not at all"),
  WARMUP_FIRST_COUNT(50, 1, 1_000_000, "Messages a day from a mailbox at first"),
  WARMUP_SECOND_COUNT(500, 1, 1_000_000, "Messages a day from it then"),
  WARMUP_THIRD_COUNT(5000, 1, 1_000_000, "Messages a day from it at last"),
  UNSUBSCRIBES_PER_MINUTE_COUNT(
      60, 1, 100_000, "Visits to links for unsubscribing from one address, on each node"),
  KNOWN_RECIPIENTS_PER_MAILBOX_COUNT(1000, 0, 10_000, "Known recipients of one mailbox"),
  ACCOUNT_EXPORT_PAUSE_MS(
      3_600_000, 0, 86_400_000, "Pause between two exports of one account, mail included"),
  CHALLENGE_MS(300_000, 1000, 3_600_000, "How long a puzzle may be solved"),
  CHALLENGE_NUMBER_COUNT(200_000, 1, 100_000_000, "Numbers that a puzzle's solution is among"),
  SIGNUP_CALLS_PER_MINUTE_COUNT(
      30, 1, 100_000, "Calls about new accounts from one address, on each node"),
  SIGNUP_MAILS_PER_HOUR_COUNT(3, 1, 1000, "Wishes for an account with one mail address, likewise"),
  SIGNUP_CODE_MS(86_400_000, 60_000, 604_800_000, "How long a code for a new account is good"),
  SIGNUP_RESENDS_COUNT(1, 1, 1000, "Codes mailed to one address again, in the next line's time"),
  SIGNUP_RESEND_MS(300_000, 1000, 86_400_000, "In which time a code is mailed again so often"),
  SIGNUP_CONFIRMATIONS_PER_HOUR_COUNT(5, 1, 1000, "Codes tried from one address, on each node"),
  CLAIM_MS(3_600_000, 60_000, 86_400_000, "How long an agent's claim to an account is good"),
  CLAIM_TRIES_COUNT(5, 1, 100, "Digits tried for one claim"),
  KEY_HANDOVER_MS(
      604_800_000, 60_000, 2_592_000_000L, "How long a link to a new account's keys is good"),
  REQUESTS_PER_KEY_PER_MINUTE_COUNT(
      1200, 1, 1_000_000, "Requests of one key, on each node; 429 above it"),
  REQUESTS_PER_KEY_BURST_COUNT(200, 1, 1_000_000, "Requests of one key at once after a pause"),
  UNAUTHENTICATED_RECORDS_PER_MINUTE_COUNT(
      60, 0, 100_000, "Calls without a valid key that reach the ledger, on each node"),
  LEDGER_LEAF_BYTES(16 << 10, 4 << 10, 65_535, "One signed ledger entry"),
  APPROVAL_LIFETIME_MS(
      604_800_000,
      60_000,
      31_536_000_000L,
      "How long a message of a new mailbox waits for a person"),
  DECISION_WAIT_MS(3000, 0, 30_000, "How long an approval waits to see the message sent"),
  RISK_BLOCK_ABOVE_THOUSANDTHS(700, 0, 1000, "Risk above which a new mailbox blocks"),
  RISK_FLAG_FROM_THOUSANDTHS(300, 0, 1000, "Risk from which a domain is flagged"),
  DOMAIN_DEADLINE_MS(1200, 0, 30_000, "How long a send call waits for domain intelligence"),
  DOMAIN_SCAN_MS(6000, 100, 120_000, "How long the scanner waits for domain intelligence"),
  DNS_ANSWER_MS(500, 10, 30_000, "How long one resolver is waited for, asked at most twice"),
  RDAP_ANSWER_MS(3000, 10, 60_000, "How long a registry is waited for"),
  DOMAIN_CACHE_COUNT(50_000, 0, 10_000_000, "Findings about domains kept in memory"),
  DOMAIN_FILE_BYTES(
      64 << 20, 1024, 1 << 30, "A list of domains or registries, fetched from an address"),
  DOMAIN_FILE_FETCH_MS(60_000, 100, 3_600_000, "How long fetching such a list may take"),
  DOMAIN_FILE_REFRESH_MS(
      86_400_000,
      60_000,
      2_592_000_000L,
      "How old a fetched list gets before it is asked for again"),
  DOMAIN_FILE_USABLE_MS(
      1_209_600_000,
      60_000,
      31_536_000_000L,
      "How old a fetched list gets before it is worth nothing"),
  DISPATCH_ATTEMPTS_COUNT(8, 1, 100, "Attempts to hand a message over before it has failed"),
  DISPATCH_THREADS_COUNT(4, 1, 64, "Messages handed over at the same time, on each node"),
  SCAN_THREADS_COUNT(
      2, 1, 64, "Messages scanned, or told that a time has come, at the same time, on each node"),
  RETRY_FIRST_MS(30_000, 100, 86_400_000, "Wait after the first failed attempt, doubled each time"),
  RETRY_LONGEST_MS(3_600_000, 100, 86_400_000, "Longest wait between two attempts"),
  OUTBOX_BATCH_COUNT(20, 1, 1000, "Work taken from the outbox at once"),
  OUTBOX_LEASE_MS(
      300_000, 1000, 3_600_000, "How long a node holds work before another takes it over"),
  EVIDENCE_BYTES(64 << 20, 1 << 20, 1 << 28, "All files of an evaluation package together"),
  RETENTION_CONTENT_DEFAULT_DAYS(
      730, 30, 36_500, "How long messages are kept where no operator has said otherwise"),
  RETENTION_CONTENT_LEAST_DAYS(30, 30, 36_500, "Shortest time that an operator may set for that"),
  RETENTION_LEDGER_PERSONAL_DEFAULT_DAYS(
      1095, 183, 36_500, "How long what stands beside ledger entries is kept, likewise"),
  RETENTION_LEDGER_PERSONAL_LEAST_DAYS(
      183, 183, 36_500, "Shortest time that an operator may set for that"),
  RETENTION_WEBHOOK_HISTORY_DEFAULT_DAYS(
      90, 1, 36_500, "How long deliveries to webhooks are kept, likewise"),
  RETENTION_WEBHOOK_HISTORY_LEAST_DAYS(
      7, 1, 36_500, "Shortest time that an operator may set for that"),
  RETENTION_BATCH_COUNT(100, 1, 10_000, "Messages, and as many notes, erased in one transaction"),
  RETENTION_POLL_MS(3_600_000, 100, 86_400_000, "Pause between two looks for what may be erased"),
  CODES_PER_ACT_PER_HOUR_COUNT(
      3, 1, 1000, "Codes that may be asked for to do the same thing; 429 above it"),
  CODES_PER_TENANT_PER_HOUR_COUNT(20, 1, 10_000, "Codes of one tenant, whatever for"),
  CODE_TRIES_COUNT(5, 1, 100, "Wrong codes before a new one has to be asked for"),
  STOP_WAIT_MS(20_000, 0, 600_000, "How long a stop waits for work under way"),
  OUTBOX_POLL_MS(1000, 50, 60_000, "Pause between two looks into an empty outbox"),
  LOG_INTERVAL_MS(1000, 20, 3_600_000, "Pause before recorded entries get their place in the log"),
  LOG_BATCH_COUNT(1000, 1, 100_000, "Entries that one checkpoint adds at most"),
  EXPORT_CHECKPOINTS_COUNT(100, 0, 100_000, "Older checkpoints in an export of the log"),
  LOG_KEY_OVERLAP_MS(
      2_592_000_000L, 0, 31_536_000_000L, "How long a log's replaced key signs beside the new one"),
  WITNESS_ANSWER_MS(5000, 100, 60_000, "How long a witness is waited for"),
  WITNESS_RETRY_MS(60_000, 1000, 86_400_000, "Pause before a witness that failed is asked again"),
  EXPORT_ENTRIES_COUNT(250_000, 1, 10_000_000, "Ledger entries in one export; the next goes on"),
  EXPORT_MS(600_000, 1000, 86_400_000, "How long one export may take before it is broken off"),
  EXPORTS_COUNT(4, 1, 100, "Exports at the same time, on each node; 429 above it"),
  WEBHOOKS_PER_TENANT_COUNT(20, 0, 1000, "Webhooks of one tenant"),
  WEBHOOK_BODY_BYTES(262_144, 1024, 16 << 20, "Body of one event; over it only its ids are sent"),
  WEBHOOK_ANSWER_MS(10_000, 100, 60_000, "How long a sink is waited for, from name to answer"),
  WEBHOOK_ANSWER_BYTES(65_536, 0, 1 << 20, "Read of a sink's answer before it is broken off"),
  WEBHOOK_RETRY_FIRST_MS(1000, 10, 86_400_000, "Wait after a sink's first failure, then doubled"),
  WEBHOOK_RETRY_LONGEST_MS(300_000, 10, 86_400_000, "Longest wait between two tries of a sink"),
  WEBHOOK_GIVE_UP_MS(
      259_200_000, 1000, 31_536_000_000L, "How long a sink may fail before it is disabled"),
  WEBHOOK_ATTEMPTS_COUNT(10_000, 1, 1_000_000, "Tries of one event before its webhook is disabled"),
  WEBHOOK_THREADS_COUNT(32, 1, 512, "Webhooks served at the same time, on each node"),
  WEBHOOK_LEASE_MS(
      60_000, 1000, 3_600_000, "How long a node serves a webhook before others have a turn"),
  WEBHOOK_HISTORY_COUNT(1000, 1, 100_000, "Deliveries remembered of one webhook"),
  WEBHOOK_POLL_MS(500, 50, 60_000, "Pause between two looks for webhooks with something to do"),
  MCP_WAITS_COUNT(40, 0, 1000, "Calls of wait_for_email that wait at the same time, on each node"),
  MCP_WAITS_PER_KEY_COUNT(4, 0, 1000, "The same of one key"),
  MCP_WAIT_POLL_MS(1000, 50, 60_000, "Pause between two looks of such a call for new mail"),
  MCP_ATTACHMENT_BYTES(
      50_000, 0, 1 << 20, "An attachment that download_attachment brings along; else its address");

  private static final String PREFIX = "countersign.limits.";

  private final long byDefault;
  private final long lowest;
  private final long highest;
  private final String meaning;

  Limit(long byDefault, long lowest, long highest, String meaning) {
    this.byDefault = byDefault;
    this.lowest = lowest;
    this.highest = highest;
    this.meaning = meaning;
  }

  /** The property; the environment variable is the same with {@code _} in capitals. */
  public String property() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public long byDefault() {
    return byDefault;
  }

  public long lowest() {
    return lowest;
  }

  public long highest() {
    return highest;
  }

  public String meaning() {
    return meaning;
  }
}
