-- From which score a tenant's recipients are flagged, and above which its new mailboxes block; thousandths.

CREATE TABLE risk_standards (
  tenant_id   VARCHAR(40) PRIMARY KEY REFERENCES tenants,
  flag_from   INTEGER     NOT NULL,
  block_above INTEGER     NOT NULL
);
