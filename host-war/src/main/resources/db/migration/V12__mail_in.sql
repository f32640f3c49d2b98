-- Mail that comes in by itself: what was found out about a message on arrival, and what reports say of mail that went out.

-- The first report of its kind; NULL where none has come. bounce_type: hard, soft.
ALTER TABLE messages ADD COLUMN delivered_at BIGINT;
ALTER TABLE messages ADD COLUMN bounced_at BIGINT;
ALTER TABLE messages ADD COLUMN bounce_type VARCHAR(10);
ALTER TABLE messages ADD COLUMN complained_at BIGINT;

-- How a message came in and who vouched for it. results is JSON.
CREATE TABLE arrivals (
  message_id    VARCHAR(40) PRIMARY KEY REFERENCES messages,
  protocol      VARCHAR(10) NOT NULL,
  peer          VARCHAR(45),
  helo          VARCHAR(255),
  envelope_from VARCHAR(1000),
  spf           VARCHAR(10),
  dkim          VARCHAR(10),
  dmarc         VARCHAR(10),
  results       TEXT        NOT NULL,
  spam_verdict  VARCHAR(12) NOT NULL,
  spam_score    INTEGER,
  at            BIGINT      NOT NULL
);

-- What a report said of one recipient of one message. kind: delivered, bounced, complained.
CREATE TABLE delivery_reports (
  id          VARCHAR(40)  PRIMARY KEY,
  tenant_id   VARCHAR(40)  NOT NULL REFERENCES tenants,
  message_id  VARCHAR(40)  NOT NULL REFERENCES messages,
  recipient   VARCHAR(320) NOT NULL,
  domain      VARCHAR(253) NOT NULL,
  kind        VARCHAR(10)  NOT NULL,
  bounce_type VARCHAR(10),
  code        VARCHAR(20),
  diagnostic  VARCHAR(500),
  at          BIGINT       NOT NULL,
  UNIQUE (message_id, recipient, kind)
);
CREATE INDEX delivery_reports_by_domain ON delivery_reports (tenant_id, domain, kind);

-- Keys that signed mail from a domain with DKIM, as last seen: short ones and those in testing mode say something of it.
CREATE TABLE seen_dkim_keys (
  tenant_id VARCHAR(40)  NOT NULL REFERENCES tenants,
  domain    VARCHAR(253) NOT NULL,
  selector  VARCHAR(253) NOT NULL,
  algorithm VARCHAR(10)  NOT NULL,
  bits      INTEGER      NOT NULL,
  testing   BOOLEAN      NOT NULL,
  seen_at   BIGINT       NOT NULL,
  PRIMARY KEY (tenant_id, domain, selector)
);

-- Whom reports about it go to; of mail that came in, nobody.
ALTER TABLE transmissions ADD COLUMN envelope_from VARCHAR(320);
