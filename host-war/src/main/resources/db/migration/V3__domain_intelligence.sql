-- What was known of each recipient's domain when a message was judged, and what operators say about domains.

CREATE TABLE message_domains (
  message_id VARCHAR(40)  NOT NULL REFERENCES messages,
  domain     VARCHAR(253) NOT NULL,
  tenant_id  VARCHAR(40)  NOT NULL REFERENCES tenants,
  risk       VARCHAR(10)  NOT NULL,
  risk_score INTEGER      NOT NULL,
  report     TEXT         NOT NULL,
  PRIMARY KEY (message_id, domain)
);
CREATE INDEX message_domains_by_domain ON message_domains (tenant_id, domain, message_id);

CREATE TABLE domain_overrides (
  tenant_id  VARCHAR(40)   NOT NULL REFERENCES tenants,
  domain     VARCHAR(253)  NOT NULL,
  word       VARCHAR(10)   NOT NULL,
  reason     VARCHAR(2000) NOT NULL,
  made_by    VARCHAR(40)   NOT NULL,
  created_at BIGINT        NOT NULL,
  expires_at BIGINT        NOT NULL,
  PRIMARY KEY (tenant_id, domain)
);
