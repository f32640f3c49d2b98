package dev.countersign.host.api.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * A row of the seeds' inbox.
 *
 * @param headers of the message as transmitted, in its own spelling; empty before that
 */
public record InboxEmail(@JsonUnwrapped EmailSummary summary, Map<String, String> headers) {}
