-- The main job: tenants, who may do what, messages with what was decided about them, what is still to be done, and the record.
-- One script for H2 (PostgreSQL mode) and PostgreSQL. Times are milliseconds since 1970-01-01T00:00:00Z.
-- A public id carries its kind and a ULID; a number (no) is what the kernel compares.

CREATE SEQUENCE numbers START WITH 100;

CREATE TABLE tenants (
  id                VARCHAR(40)  PRIMARY KEY,
  name              VARCHAR(200) NOT NULL,
  operator_slug     VARCHAR(63)  NOT NULL,
  verified_operator BOOLEAN      NOT NULL,
  suspended         BOOLEAN      NOT NULL,
  overseer_no       BIGINT,
  created_at        BIGINT       NOT NULL,
  version           BIGINT       NOT NULL
);

CREATE TABLE principals (
  no         BIGINT       PRIMARY KEY,
  id         VARCHAR(40)  NOT NULL UNIQUE,
  tenant_id  VARCHAR(40)  NOT NULL REFERENCES tenants,
  role       VARCHAR(20)  NOT NULL,
  name       VARCHAR(200) NOT NULL,
  address    VARCHAR(320),
  created_at BIGINT       NOT NULL,
  UNIQUE (tenant_id, role, address)
);

CREATE TABLE api_keys (
  no            BIGINT       PRIMARY KEY,
  id            VARCHAR(40)  NOT NULL UNIQUE,
  tenant_id     VARCHAR(40)  NOT NULL REFERENCES tenants,
  name          VARCHAR(200) NOT NULL,
  prefix        VARCHAR(20)  NOT NULL,
  secret_sha256 VARCHAR(64)  NOT NULL UNIQUE,
  holder_no     BIGINT       NOT NULL REFERENCES principals,
  maker_no      BIGINT       NOT NULL REFERENCES principals,
  scope_read      BOOLEAN    NOT NULL,
  scope_send      BOOLEAN    NOT NULL,
  scope_oversight BOOLEAN    NOT NULL,
  scope_admin     BOOLEAN    NOT NULL,
  live          BOOLEAN      NOT NULL,
  created_at    BIGINT       NOT NULL,
  version       BIGINT       NOT NULL,
  CHECK (NOT (scope_send AND scope_oversight))
);
CREATE INDEX api_keys_by_tenant ON api_keys (tenant_id, id);

CREATE TABLE mailboxes (
  no                 BIGINT       PRIMARY KEY,
  id                 VARCHAR(40)  NOT NULL UNIQUE,
  tenant_id          VARCHAR(40)  NOT NULL REFERENCES tenants,
  address            VARCHAR(320) NOT NULL UNIQUE,
  display_name       VARCHAR(200),
  approver_no        BIGINT       NOT NULL REFERENCES principals,
  mode               VARCHAR(20)  NOT NULL,
  required_approvals INTEGER      NOT NULL,
  risk_threshold     INTEGER      NOT NULL,
  risk_checks        BOOLEAN      NOT NULL,
  approval_lifetime  BIGINT       NOT NULL,
  scheduling         BOOLEAN      NOT NULL,
  max_attempts       INTEGER      NOT NULL,
  gate_timing        VARCHAR(20)  NOT NULL,
  suspended          BOOLEAN      NOT NULL,
  removed            BOOLEAN      NOT NULL,
  ai_disclosure      BOOLEAN      NOT NULL,
  created_at         BIGINT       NOT NULL,
  version            BIGINT       NOT NULL
);
CREATE INDEX mailboxes_by_tenant ON mailboxes (tenant_id, id);

CREATE TABLE messages (
  id                     VARCHAR(40)  PRIMARY KEY,
  tenant_id              VARCHAR(40)  NOT NULL REFERENCES tenants,
  mailbox_no             BIGINT       NOT NULL REFERENCES mailboxes,
  direction              VARCHAR(10)  NOT NULL,
  composer_no            BIGINT       NOT NULL,
  composer_role          VARCHAR(20)  NOT NULL,
  digest                 VARCHAR(64)  NOT NULL,
  send_at                BIGINT       NOT NULL,
  gate_timing            VARCHAR(20)  NOT NULL,
  risk                   VARCHAR(10)  NOT NULL,
  risk_score             INTEGER      NOT NULL,
  mode_at_submission     VARCHAR(20)  NOT NULL,
  required_at_submission INTEGER      NOT NULL,
  deadline               BIGINT       NOT NULL,
  attempts               INTEGER      NOT NULL,
  copied                 BOOLEAN      NOT NULL,
  released               BOOLEAN      NOT NULL,
  status                 VARCHAR(30)  NOT NULL,
  version                BIGINT       NOT NULL,
  thread_id              VARCHAR(40)  NOT NULL,
  internet_message_id    VARCHAR(400) NOT NULL,
  from_address           VARCHAR(1000) NOT NULL,
  recipients_to          TEXT         NOT NULL,
  recipients_cc          TEXT         NOT NULL,
  recipients_bcc         TEXT         NOT NULL,
  subject                VARCHAR(998) NOT NULL,
  body_kind              VARCHAR(10)  NOT NULL,
  body                   TEXT         NOT NULL,
  in_reply_to            VARCHAR(400),
  reference_ids          TEXT         NOT NULL,
  created_at             BIGINT       NOT NULL,
  changed_at             BIGINT       NOT NULL,
  sent_at                BIGINT,
  server_reply           VARCHAR(2000)
);
CREATE INDEX messages_by_mailbox ON messages (mailbox_no, id);
CREATE INDEX messages_by_status ON messages (tenant_id, status, id);

CREATE TABLE approvals (
  message_id VARCHAR(40)   NOT NULL REFERENCES messages,
  person_no  BIGINT        NOT NULL REFERENCES principals,
  digest     VARCHAR(64)   NOT NULL,
  note       VARCHAR(2000) NOT NULL,
  given_at   BIGINT        NOT NULL,
  PRIMARY KEY (message_id, person_no)
);

CREATE TABLE attachments (
  message_id   VARCHAR(40)  NOT NULL REFERENCES messages,
  position     INTEGER      NOT NULL,
  name         VARCHAR(255) NOT NULL,
  content_type VARCHAR(255) NOT NULL,
  size_bytes   INTEGER      NOT NULL,
  content      BYTEA        NOT NULL,
  PRIMARY KEY (message_id, position)
);

-- The exact bytes that a dispatch hands to the mail server, written before the first of them leaves.
CREATE TABLE transmissions (
  message_id VARCHAR(40) PRIMARY KEY REFERENCES messages,
  rfc822     BYTEA       NOT NULL,
  envelope   TEXT        NOT NULL,
  begun_at   BIGINT      NOT NULL
);

CREATE TABLE outbox (
  message_id  VARCHAR(40) PRIMARY KEY REFERENCES messages,
  work        VARCHAR(10) NOT NULL,
  due_at      BIGINT      NOT NULL,
  lease_until BIGINT      NOT NULL,
  lease_owner VARCHAR(40),
  tries       INTEGER     NOT NULL
);
CREATE INDEX outbox_by_due ON outbox (due_at);

CREATE TABLE idempotency_keys (
  mailbox_no BIGINT       NOT NULL REFERENCES mailboxes,
  idempotency_key VARCHAR(200) NOT NULL,
  request_fingerprint VARCHAR(120) NOT NULL,
  message_id VARCHAR(40)  NOT NULL REFERENCES messages,
  created_at BIGINT       NOT NULL,
  PRIMARY KEY (mailbox_no, idempotency_key)
);

-- One row for every call, refused ones too; ids sort by time. Nothing updates or deletes here.
CREATE TABLE ledger_entries (
  id             VARCHAR(40)   PRIMARY KEY,
  tenant_id      VARCHAR(40),
  at             BIGINT        NOT NULL,
  request_id     VARCHAR(64)   NOT NULL,
  actor_role     VARCHAR(20)   NOT NULL,
  actor_id       VARCHAR(40)   NOT NULL,
  key_id         VARCHAR(40),
  action         VARCHAR(40)   NOT NULL,
  object_id      VARCHAR(200),
  mailbox_id     VARCHAR(40),
  oversight_mode VARCHAR(20),
  policy_version BIGINT,
  outcome        VARCHAR(10)   NOT NULL,
  reason         VARCHAR(60),
  status         VARCHAR(30),
  digest         VARCHAR(64),
  risk           VARCHAR(10),
  note           VARCHAR(2000)
);
CREATE INDEX ledger_by_tenant ON ledger_entries (tenant_id, id);
CREATE INDEX ledger_by_request ON ledger_entries (request_id);
