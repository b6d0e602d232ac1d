-- A code belongs to whoever asked for it: what a stranger asks for or tries at somebody's telephone
-- does not use up that person's own. Codes live five minutes, so none is carried over.
DROP TABLE sign_in_code;
CREATE TABLE sign_in_code (
  phone_hash text NOT NULL,
  device_hash text NOT NULL,        -- the browser that asked, by its cookie
  address_hash text NOT NULL,       -- where it asked from
  code_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  attempts_without_device smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (phone_hash, device_hash)
);

-- Browsers in which a telephone was signed in: their requests are counted apart from strangers'.
CREATE TABLE sign_in_device (
  phone_hash text NOT NULL,
  device_hash text NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (phone_hash, device_hash)
);

ALTER TABLE sign_in_request
  ADD COLUMN asker_hash text NOT NULL DEFAULT '',
  ADD COLUMN is_known_device boolean NOT NULL DEFAULT false;

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_code, sign_in_device TO azalea_app;
