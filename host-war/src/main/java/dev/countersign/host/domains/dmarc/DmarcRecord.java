package dev.countersign.host.domains.dmarc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One DMARC policy record (RFC 9989, sections 4.7 and 4.8). Unknown tags and tags with errors are
 * as if they were not there.
 */
final class DmarcRecord {
  private static final Pattern VERSION = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*");
  private static final Pattern TAG =
      Pattern.compile("[ \\t]*([A-Za-z]+)[ \\t]*=[ \\t]*([\\x20-\\x3A\\x3C-\\x7E]+?)[ \\t]*");
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s,]+");

  private final Map<String, String> tags;

  private DmarcRecord(Map<String, String> tags) {
    this.tags = tags;
  }

  /** {@return the one record among these texts; nothing if there are none or several} */
  static Optional<DmarcRecord> only(List<String> texts) {
    var records = texts.stream().flatMap(text -> parse(text).stream()).toList();
    return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
  }

  /** {@return the record, or nothing where the text is not of this version of DMARC} */
  static Optional<DmarcRecord> parse(String text) {
    List<String> parts = List.of(text.split(";", -1));
    if (!VERSION.matcher(parts.getFirst()).matches()) {
      return Optional.empty();
    }
    Map<String, String> tags = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (String part : parts.subList(1, parts.size())) {
      var tag = TAG.matcher(part);
      if (tag.matches()) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        if (tags.put(name, tag.group(2)) != null) {
          twice.add(name);
        }
      }
    }
    // A list may not have a tag twice (RFC 6376, 3.2), and errors are discarded (RFC 9989, 4.8).
    tags.keySet().removeAll(twice);
    return Optional.of(new DmarcRecord(tags));
  }

  /** Whether something that the record asks for cannot be read, so that none of it is applied. */
  boolean broken() {
    return unreadable("p") || unreadable("sp") || unreadable("np");
  }

  private boolean unreadable(String tag) {
    return tags.containsKey(tag) && request(tag).isEmpty();
  }

  /** A broken record with a valid address for reports counts as p=none (RFC 9989, 4.10.1). */
  boolean wantsReports() {
    String addresses = tags.getOrDefault("rua", "");
    for (String address : addresses.split(",", -1)) {
      if (URI.matcher(address.strip()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** {@code p}; absent it is {@code none}. */
  DmarcRequest ofDomain() {
    return request("p").orElse(DmarcRequest.NONE);
  }

  /** {@code sp} for names that exist, {@code np} for others; each falls back on the one before. */
  DmarcRequest ofSubdomain(boolean exists) {
    var existing = request("sp").orElse(ofDomain());
    return exists ? existing : request("np").orElse(existing);
  }

  /** {@code t=y}: the owner is trying the policy out and does not want it applied. */
  boolean testing() {
    return "y".equalsIgnoreCase(tags.get("t"));
  }

  /** {@code psd=y}: a public suffix. */
  boolean publicSuffix() {
    return "y".equalsIgnoreCase(tags.get("psd"));
  }

  /** {@code psd=n}: an organisation, whatever its parents say. */
  boolean organization() {
    return "n".equalsIgnoreCase(tags.get("psd"));
  }

  /** {@code adkim=s}, {@code aspf=s}: only the very domain counts. */
  boolean strict(String tag) {
    return "s".equalsIgnoreCase(tags.get(tag));
  }

  private Optional<DmarcRequest> request(String tag) {
    return Optional.ofNullable(tags.get(tag)).flatMap(DmarcRequest::ofWire);
  }
}
