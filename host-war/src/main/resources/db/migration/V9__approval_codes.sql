-- Codes that go to the overseer, and come back with a call that only an operator may make. Of the code itself there is nothing here
-- but its HMAC under a secret that is kept outside the database: six characters could be guessed from a plain hash.
CREATE TABLE approval_codes (
  no          BIGINT      PRIMARY KEY,
  tenant_id   VARCHAR(40) NOT NULL REFERENCES tenants,
  act         VARCHAR(64) NOT NULL,
  purpose     VARCHAR(20) NOT NULL,
  object_no   BIGINT      NOT NULL,
  target_mode VARCHAR(20),
  holder_role VARCHAR(20),
  scopes      VARCHAR(40) NOT NULL,
  secret      VARCHAR(64) NOT NULL,
  asked_at    BIGINT      NOT NULL,
  expires_at  BIGINT      NOT NULL,
  used        BOOLEAN     NOT NULL,
  tries       INTEGER     NOT NULL
);
CREATE INDEX approval_codes_by_act ON approval_codes (tenant_id, act, no);

-- Deleting an account asks for such a code like any other.
DROP TABLE deletion_codes;
