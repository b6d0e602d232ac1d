-- Append-only business facts. azalea_app may never UPDATE or DELETE here.
CREATE TABLE record (
  village_id text NOT NULL REFERENCES village,
  record_id uuid NOT NULL,          -- version 7: sorts by time
  kind text NOT NULL,               -- e.g. 'rating.given'
  recorded_at timestamptz NOT NULL,
  leaf bytea NOT NULL,              -- the canonical bytes the log will commit to
  PRIMARY KEY (village_id, record_id)
);

-- What stands behind a leaf's commitments, one part for each person concerned,
-- sealed with that person's key together with the part's salt.
CREATE TABLE record_part (
  village_id text NOT NULL,
  record_id uuid NOT NULL,
  part smallint NOT NULL,
  person_id uuid NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (village_id, record_id, part),
  FOREIGN KEY (village_id, record_id) REFERENCES record
);
CREATE INDEX record_part_by_person ON record_part (village_id, person_id, record_id);

-- A person's data key, wrapped by the server's master key. Emptying it erases every
-- sealed part of that person; the leaves stay as they are, and no new key is ever made.
CREATE TABLE person_key (
  village_id text NOT NULL REFERENCES village,
  person_id uuid NOT NULL,
  wrapped_key bytea,
  created_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  PRIMARY KEY (village_id, person_id),
  CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL))
);

-- The village's own secret, from which pseudonyms, post codes and keyed hashes are derived.
CREATE TABLE village_key (
  village_id text PRIMARY KEY REFERENCES village,
  wrapped_key bytea NOT NULL
);

-- The first answer of every accepted command, by the key its sender chose.
CREATE TABLE command (
  village_id text NOT NULL REFERENCES village,
  actor_id uuid NOT NULL,
  idempotency_key text NOT NULL,
  request_hash bytea NOT NULL,
  answer jsonb,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, actor_id, idempotency_key)
);

SELECT azalea_isolate('record', 'SELECT, INSERT');
SELECT azalea_isolate('record_part', 'SELECT, INSERT');
SELECT azalea_isolate('person_key', 'SELECT, INSERT, UPDATE (wrapped_key, destroyed_at)');
SELECT azalea_isolate('village_key', 'SELECT, INSERT');
SELECT azalea_isolate('command', 'SELECT, INSERT, UPDATE, DELETE');
