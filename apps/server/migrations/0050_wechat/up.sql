-- A person of the village and the WeChat account by which they also sign in: one for a person, one
-- person for an account. The account is a keyed hash of application and openid.
CREATE TABLE wechat_binding (
  village_id text NOT NULL,
  account_hash text NOT NULL,
  person_id uuid NOT NULL,
  phone_hash text NOT NULL,         -- the telephone whose code proved it; ends with it
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, account_hash),
  UNIQUE (village_id, person_id),
  FOREIGN KEY (village_id, person_id) REFERENCES person
);
SELECT azalea_isolate('wechat_binding', 'SELECT, INSERT, DELETE');

-- In which villages an account is bound: asked before a village is known, as for plates.
CREATE TABLE wechat_directory (
  account_hash text NOT NULL,
  village_id text NOT NULL,
  PRIMARY KEY (account_hash, village_id),
  FOREIGN KEY (village_id, account_hash) REFERENCES wechat_binding ON DELETE CASCADE
);

-- How often an account asked for codes, whatever the telephone.
CREATE TABLE wechat_code_request (
  account_hash text NOT NULL,
  requested_at timestamptz NOT NULL,
  request_id uuid NOT NULL,
  PRIMARY KEY (account_hash, requested_at, request_id)
);
GRANT SELECT, INSERT ON wechat_directory TO azalea_app;
GRANT SELECT, INSERT, DELETE ON wechat_code_request TO azalea_app;

-- A session opened by a WeChat account is presented in a header, never as a cookie, and the other way
-- round: null for those of browsers.
ALTER TABLE session ADD COLUMN account_hash text;
