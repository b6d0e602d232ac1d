-- The role the server works as. It owns nothing, so row-level security binds it,
-- and it may do to each table only what azalea_isolate() or a GRANT names.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'azalea_app') THEN
    CREATE ROLE azalea_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two clusters' worth of migrators at once
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'azalea_app', 'MEMBER') THEN
    EXECUTE format('GRANT azalea_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO azalea_app;

-- Makes a table visible only inside the village that the transaction has named,
-- and grants exactly the given privileges.
CREATE FUNCTION azalea_isolate(target regclass, privileges text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY own_village ON %s USING (village_id = current_setting(''azalea.village_id'', true)) WITH CHECK (village_id = current_setting(''azalea.village_id'', true))',
    target);
  EXECUTE format('GRANT %s ON %s TO azalea_app', privileges, target);
END $$;

-- Reference tables (shared by all villages; hold nothing personal in clear).

CREATE TABLE village (
  village_id text PRIMARY KEY CHECK (village_id ~ '^[0-9]{12}$'),
  name text NOT NULL,
  town_name text NOT NULL,
  opt_in_text text NOT NULL,
  opt_in_version integer NOT NULL DEFAULT 1,
  is_demonstration boolean NOT NULL DEFAULT false,
  season_loaded_at timestamptz,     -- demonstration only: its history is complete
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE (name, opt_in_text, opt_in_version, season_loaded_at) ON village TO azalea_app;

-- One code is open for a phone at a time; a phone is known by its keyed hash only.
CREATE TABLE sign_in_code (
  phone_hash text PRIMARY KEY,
  code_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts smallint NOT NULL DEFAULT 0
);
CREATE TABLE sign_in_request (
  phone_hash text NOT NULL,
  requested_at timestamptz NOT NULL,
  request_id uuid NOT NULL,
  PRIMARY KEY (phone_hash, requested_at, request_id)
);
CREATE TABLE sign_in_identity (
  phone_hash text NOT NULL,
  village_id text NOT NULL REFERENCES village,
  person_id uuid NOT NULL,
  PRIMARY KEY (phone_hash, village_id)
);
CREATE INDEX sign_in_identity_by_person ON sign_in_identity (village_id, person_id);
CREATE TABLE session (
  session_hash text PRIMARY KEY,
  phone_hash text NOT NULL,
  village_id text REFERENCES village,
  person_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_phone ON session (phone_hash);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_code, sign_in_request, sign_in_identity, session TO azalea_app;
GRANT SELECT ON schema_migration TO azalea_app;
