-- Whom mail does not go to, whom a tenant knows, and how tenants come to be on a server that takes them in.

ALTER TABLE tenants ADD COLUMN physical_address VARCHAR(2000);
-- What an operator allows the tenant's own agents; without a word of the operator's, the server's limits count.
ALTER TABLE tenants ADD COLUMN monthly_quota INTEGER;
ALTER TABLE tenants ADD COLUMN warmup_days INTEGER;
CREATE INDEX messages_by_creation ON messages (tenant_id, direction, created_at);

-- Addresses in lower case. One reason counts at a time.
CREATE TABLE suppressions (
  id         VARCHAR(40)  PRIMARY KEY,
  tenant_id  VARCHAR(40)  NOT NULL REFERENCES tenants,
  address    VARCHAR(320) NOT NULL,
  reason     VARCHAR(20)  NOT NULL,
  mailbox_id VARCHAR(40),
  created_at BIGINT       NOT NULL,
  UNIQUE (tenant_id, address)
);
CREATE INDEX suppressions_by_tenant ON suppressions (tenant_id, id);

-- The secret of a link to unsubscribe is in the mail; here is its SHA-256. Whose address it is, the message says.
CREATE TABLE unsubscribe_links (
  secret_sha256 VARCHAR(64) PRIMARY KEY,
  message_id    VARCHAR(40) NOT NULL REFERENCES messages,
  created_at    BIGINT      NOT NULL
);

CREATE TABLE contacts (
  id         VARCHAR(40)   PRIMARY KEY,
  tenant_id  VARCHAR(40)   NOT NULL REFERENCES tenants,
  name       VARCHAR(200)  NOT NULL,
  address    VARCHAR(320)  NOT NULL,
  tags       VARCHAR(4000) NOT NULL,
  created_at BIGINT        NOT NULL,
  UNIQUE (tenant_id, address)
);
CREATE INDEX contacts_by_tenant ON contacts (tenant_id, id);

-- Recipients that an operator knows. An entry releases nothing; it is shown to whoever decides.
CREATE TABLE known_recipients (
  id         VARCHAR(40)  PRIMARY KEY,
  tenant_id  VARCHAR(40)  NOT NULL REFERENCES tenants,
  mailbox_id VARCHAR(40)  NOT NULL,
  pattern    VARCHAR(254) NOT NULL,
  note       VARCHAR(200),
  added_by   VARCHAR(40)  NOT NULL,
  added_at   BIGINT       NOT NULL,
  UNIQUE (mailbox_id, pattern)
);
CREATE INDEX known_recipients_by_tenant ON known_recipients (tenant_id, mailbox_id);

-- Puzzles that were solved, until they are too old to be accepted anyway.
CREATE TABLE spent_challenges (
  challenge  VARCHAR(64) PRIMARY KEY,
  expires_at BIGINT      NOT NULL
);

-- Who asked for an account, by the page's way (a code) or an agent's (a token and a code). Of codes and tokens only hashes are here.
CREATE TABLE signups (
  id               VARCHAR(40)  PRIMARY KEY,
  kind             VARCHAR(10)  NOT NULL,
  email            VARCHAR(320) NOT NULL,
  operator_name    VARCHAR(200) NOT NULL,
  slug             VARCHAR(63)  NOT NULL,
  mode             VARCHAR(20)  NOT NULL,
  use_case         VARCHAR(2000),
  physical_address VARCHAR(2000),
  secret_mac       VARCHAR(64)  NOT NULL UNIQUE,
  view_sha256      VARCHAR(64)  UNIQUE,
  tries            INTEGER      NOT NULL,
  expires_at       BIGINT       NOT NULL,
  tenant_id        VARCHAR(40),
  version          BIGINT       NOT NULL
);
CREATE INDEX signups_by_email ON signups (email);
CREATE INDEX signups_by_slug ON signups (slug);

-- The way of a new tenant's overseer to the two keys that no agent may see.
CREATE TABLE key_handovers (
  tenant_id     VARCHAR(40) PRIMARY KEY REFERENCES tenants,
  secret_sha256 VARCHAR(64) NOT NULL UNIQUE,
  founding_key  BIGINT      NOT NULL,
  expires_at    BIGINT      NOT NULL,
  version       BIGINT      NOT NULL
);

-- What a tenant may do only so often.
CREATE TABLE pauses (
  tenant_id VARCHAR(40) NOT NULL REFERENCES tenants,
  what      VARCHAR(40) NOT NULL,
  until     BIGINT      NOT NULL,
  PRIMARY KEY (tenant_id, what)
);
