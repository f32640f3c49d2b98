-- How long what people wrote is kept, what must not be erased whatever its age, and what was erased.
-- Ledger entries are never touched; what stands beside them may go.

ALTER TABLE messages ADD COLUMN erased_at BIGINT;
CREATE INDEX messages_by_change ON messages (tenant_id, changed_at);

-- Set once: from then on nothing is kept longer than it has to be, and nobody can call.
ALTER TABLE tenants ADD COLUMN deleted_at BIGINT;

CREATE TABLE retention_policies (
  tenant_id            VARCHAR(40) PRIMARY KEY REFERENCES tenants,
  content_days         INTEGER     NOT NULL,
  ledger_personal_days INTEGER     NOT NULL,
  webhook_history_days INTEGER     NOT NULL,
  set_by               VARCHAR(40) NOT NULL,
  set_at               BIGINT      NOT NULL,
  version              BIGINT      NOT NULL
);

-- On a message, on a mailbox, or with neither on the whole tenant.
CREATE TABLE legal_holds (
  id         VARCHAR(40)   PRIMARY KEY,
  tenant_id  VARCHAR(40)   NOT NULL REFERENCES tenants,
  mailbox_id VARCHAR(40),
  message_id VARCHAR(40),
  reason     VARCHAR(2000) NOT NULL,
  placed_by  VARCHAR(40)   NOT NULL,
  placed_at  BIGINT        NOT NULL,
  lifted_by  VARCHAR(40),
  lifted_at  BIGINT
);
CREATE INDEX legal_holds_by_tenant ON legal_holds (tenant_id, lifted_at);

-- Of a tenant, or of the server's own log.
CREATE TABLE retention_runs (
  id              VARCHAR(40) PRIMARY KEY,
  tenant_id       VARCHAR(40) NOT NULL,
  at              BIGINT      NOT NULL,
  messages        INTEGER     NOT NULL,
  ledger_personal INTEGER     NOT NULL,
  webhook_history INTEGER     NOT NULL
);
CREATE INDEX retention_runs_by_tenant ON retention_runs (tenant_id, id);

-- When what stood beside an entry was erased.
CREATE TABLE erased_payloads (
  entry_id  VARCHAR(40) PRIMARY KEY REFERENCES ledger_entries,
  erased_at BIGINT      NOT NULL
);

-- The code that the next call to delete an account has to bring: its SHA-256, never itself.
CREATE TABLE deletion_codes (
  tenant_id     VARCHAR(40) PRIMARY KEY REFERENCES tenants,
  secret_sha256 VARCHAR(64) NOT NULL,
  asked_at      BIGINT      NOT NULL,
  expires_at    BIGINT      NOT NULL,
  tries         INTEGER     NOT NULL
);
