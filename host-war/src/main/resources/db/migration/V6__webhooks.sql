-- Webhooks follow a tenant's log: nothing is copied for them, each keeps its own place. Their secrets are derived from one outside the database.

CREATE TABLE webhooks (
  id            VARCHAR(40)   PRIMARY KEY,
  tenant_id     VARCHAR(40)   NOT NULL REFERENCES tenants,
  url           VARCHAR(2000) NOT NULL,
  events        VARCHAR(400)  NOT NULL,
  mailbox_id    VARCHAR(40),
  format        VARCHAR(10)   NOT NULL,
  secret_sha256 VARCHAR(64)   NOT NULL,
  created_at    BIGINT        NOT NULL,
  position      BIGINT        NOT NULL,
  part          INTEGER       NOT NULL,
  attempts      INTEGER       NOT NULL,
  failing_since BIGINT,
  disabled_at   BIGINT,
  due_at        BIGINT        NOT NULL,
  lease_until   BIGINT        NOT NULL,
  lease_owner   VARCHAR(40)
);
CREATE INDEX webhooks_by_tenant ON webhooks (tenant_id, id);
CREATE INDEX webhooks_by_due ON webhooks (due_at);

CREATE TABLE webhook_deliveries (
  id              VARCHAR(40)   PRIMARY KEY,
  tenant_id       VARCHAR(40)   NOT NULL REFERENCES tenants,
  webhook_id      VARCHAR(40)   NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  url             VARCHAR(2000) NOT NULL,
  event_id        VARCHAR(60)   NOT NULL,
  event_type      VARCHAR(40)   NOT NULL,
  log_index       BIGINT        NOT NULL,
  status          VARCHAR(10)   NOT NULL,
  attempts        INTEGER       NOT NULL,
  response_status INTEGER,
  failure         VARCHAR(200),
  created_at      BIGINT        NOT NULL,
  last_attempt_at BIGINT        NOT NULL
);
CREATE INDEX webhook_deliveries_by_tenant ON webhook_deliveries (tenant_id, id);
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id);

-- What the record is asked for. Each ends in the id, which is the order of the answer.
CREATE INDEX ledger_by_actor ON ledger_entries (tenant_id, actor_id, id);
CREATE INDEX ledger_by_mailbox ON ledger_entries (tenant_id, mailbox_id, id);
CREATE INDEX ledger_by_action ON ledger_entries (tenant_id, action, id);
CREATE INDEX ledger_by_object ON ledger_entries (tenant_id, object_id, id);
