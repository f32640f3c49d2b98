-- The public signing keys with their times. Private halves are in a key store outside the database.
-- signs_for names the owner while the key signs, so that no owner has two such keys at a time.

CREATE TABLE signing_keys (
  kid               VARCHAR(64)  PRIMARY KEY,
  owner             VARCHAR(64)  NOT NULL,
  x                 VARCHAR(43)  NOT NULL,
  y                 VARCHAR(43)  NOT NULL,
  nbf               BIGINT       NOT NULL,
  retired           BIGINT,
  revoked           BIGINT,
  revocation_reason VARCHAR(200),
  signs_for         VARCHAR(64)  UNIQUE,
  version           BIGINT       NOT NULL
);
CREATE INDEX signing_keys_by_owner ON signing_keys (owner, nbf);

-- The operator of the tenant that the installation began with runs the installation.
ALTER TABLE tenants ADD COLUMN runs_installation BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE tenants SET runs_installation = TRUE WHERE id = (SELECT MIN(id) FROM tenants);

-- The domains that tenants send from, with the public halves of their DKIM keys.
CREATE TABLE sending_domains (
  id             VARCHAR(40)  PRIMARY KEY,
  tenant_id      VARCHAR(40)  NOT NULL REFERENCES tenants,
  domain         VARCHAR(253) NOT NULL,
  selector       VARCHAR(40)  NOT NULL,
  rsa_public     VARCHAR(800) NOT NULL,
  ed25519_public VARCHAR(80)  NOT NULL,
  dkim_signing   BOOLEAN      NOT NULL,
  created_at     BIGINT       NOT NULL,
  version        BIGINT       NOT NULL,
  UNIQUE (tenant_id, domain)
);
