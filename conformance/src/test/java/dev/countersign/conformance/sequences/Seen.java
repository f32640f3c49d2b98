package dev.countersign.conformance.sequences;

import java.util.List;

/**
 * What there is to see of the server at one moment.
 *
 * @param entries the ledger's, since the last look
 * @param request the id of the call that is being looked at
 */
record Seen(Stored stored, List<Entry> entries, String request) {}
