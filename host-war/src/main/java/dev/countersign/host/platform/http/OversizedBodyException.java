package dev.countersign.host.platform.http;

import java.io.IOException;

/** More bytes came than a request may have. */
final class OversizedBodyException extends IOException {
  private static final long serialVersionUID = 1;

  OversizedBodyException() {
    super("request body is over the limit");
  }
}
