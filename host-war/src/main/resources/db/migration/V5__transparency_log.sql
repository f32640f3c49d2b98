-- One log per tenant, and one of the server: the entries in their final order, the hashes of the tree over them, and its signed checkpoints.
-- Entries and hashes are only ever added; a tile's hashes are a prefix of what they will be later.

CREATE TABLE logs (
  id         VARCHAR(40)  PRIMARY KEY,
  origin     VARCHAR(300) NOT NULL,
  -- base64 of the Ed25519 key that signs it, so that no node signs with another.
  signed_by  VARCHAR(44)  NOT NULL,
  size       BIGINT       NOT NULL
);

CREATE TABLE log_tiles (
  log_id     VARCHAR(40) NOT NULL REFERENCES logs,
  level      INTEGER     NOT NULL,
  tile_index BIGINT      NOT NULL,
  hashes     BYTEA       NOT NULL,
  PRIMARY KEY (log_id, level, tile_index)
);

CREATE TABLE log_checkpoints (
  log_id     VARCHAR(40)   NOT NULL REFERENCES logs,
  size       BIGINT        NOT NULL,
  note       VARCHAR(2000) NOT NULL,
  signed_at  BIGINT        NOT NULL,
  PRIMARY KEY (log_id, size)
);

-- Of one witness the newest cosignature under a checkpoint is kept.
CREATE TABLE log_cosignatures (
  log_id      VARCHAR(40)   NOT NULL,
  size        BIGINT        NOT NULL,
  witness     VARCHAR(300)  NOT NULL,
  line        VARCHAR(1000) NOT NULL,
  received_at BIGINT        NOT NULL,
  PRIMARY KEY (log_id, size, witness),
  FOREIGN KEY (log_id, size) REFERENCES log_checkpoints
);

-- What waits for its place, in order of arrival; on PostgreSQL it holds nothing else.
CREATE INDEX ledger_waiting ON ledger_entries ${waiting};
