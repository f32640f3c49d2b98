package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Presented;

/** A code that a caller names, with what the caller knows of its secret. */
record Shown(long code, int secret) {
  Presented in(Rows rows) {
    Code row = rows.codes().get(code);
    return row == null ? new Presented.None() : new Presented.WithCode(row, RowText.digest(secret));
  }

  Rows spentIn(Rows rows) {
    Code row = rows.codes().get(code);
    return row == null ? rows : rows.with(code, Authority.spent(row));
  }
}
