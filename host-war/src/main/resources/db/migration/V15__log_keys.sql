-- A log's keys may change. Which sign it now, which of before signs beside them for a while, and who said that one took over from the other.

-- base64 of the owner's P-256 key under the newest checkpoint; null where none was signed since this column is there.
ALTER TABLE logs ADD COLUMN owner_key VARCHAR(200);
ALTER TABLE logs ADD COLUMN also_signed_by VARCHAR(44);
ALTER TABLE logs ADD COLUMN also_until BIGINT;

-- Checkpoints larger than after_size are signed by new_key. Keys as note verifier keys (C2SP signed-note).
CREATE TABLE log_key_changes (
  log_id     VARCHAR(40)   NOT NULL REFERENCES logs,
  new_key    VARCHAR(600)  NOT NULL,
  old_key    VARCHAR(600)  NOT NULL,
  after_size BIGINT        NOT NULL,
  changed_at BIGINT        NOT NULL,
  statement  VARCHAR(4000) NOT NULL,
  PRIMARY KEY (log_id, new_key)
);
