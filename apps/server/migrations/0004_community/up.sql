CREATE TABLE village_group (
  village_id text NOT NULL REFERENCES village,
  group_no smallint NOT NULL CHECK (group_no > 0),
  name text NOT NULL,               -- '第3组' or the hamlet's name
  PRIMARY KEY (village_id, group_no)
);

CREATE TABLE household (
  village_id text NOT NULL,
  household_id uuid NOT NULL,
  group_no smallint NOT NULL,
  house_no text NOT NULL,           -- the door plate, unique in the village: the roster's key
  head_person_id uuid,
  joined_at timestamptz,            -- null: has not opted in, or has left
  PRIMARY KEY (village_id, household_id),
  UNIQUE (village_id, house_no),
  FOREIGN KEY (village_id, group_no) REFERENCES village_group
);
-- 2号 before 10号: the shorter door number first.
CREATE INDEX household_by_door ON household (village_id, group_no, length(house_no), house_no);

CREATE TABLE person (
  village_id text NOT NULL,
  person_id uuid NOT NULL,
  household_id uuid NOT NULL,
  name text,                        -- null once erased
  phone text,
  id_last4 text,
  id_hash text,                     -- keyed hash of the identity number, never the number
  birth_year smallint,
  publishes_name boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (village_id, person_id),
  FOREIGN KEY (village_id, household_id) REFERENCES household
);
CREATE INDEX person_by_household ON person (village_id, household_id);
CREATE INDEX person_by_name ON person (village_id, name, person_id) WHERE name IS NOT NULL;
CREATE UNIQUE INDEX person_by_phone ON person (village_id, phone) WHERE phone IS NOT NULL;
CREATE UNIQUE INDEX person_by_id_hash ON person (village_id, id_hash) WHERE id_hash IS NOT NULL;

CREATE TABLE role_grant (
  village_id text NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('group_leader', 'committee', 'supervisor', 'technician', 'town_officer', 'auditor', 'operator')),
  group_no smallint,                -- a group leader's group
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, person_id, role),
  FOREIGN KEY (village_id, person_id) REFERENCES person
);

-- A roster file that was read and waits for a yes, sealed with a key of its own. Deleted when it is
-- confirmed or a day old.
CREATE TABLE roster_import (
  village_id text NOT NULL REFERENCES village,
  import_id uuid NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,            -- the rows as read, the errors, and the hash of the plan that was shown
  PRIMARY KEY (village_id, import_id)
);

-- Each joining and leaving of a household, with the text that was agreed to.
CREATE TABLE consent (
  village_id text NOT NULL,
  consent_id uuid NOT NULL,
  household_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('join', 'leave')),
  opt_in_version integer NOT NULL,
  given_by uuid NOT NULL,
  recorded_by uuid NOT NULL,        -- a cadre may enter it on paper's behalf
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, consent_id),
  FOREIGN KEY (village_id, household_id) REFERENCES household
);
CREATE INDEX consent_by_household ON consent (village_id, household_id, decided_at);

-- What a plate is fixed to.
CREATE TABLE subject (
  village_id text NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('plot', 'yard', 'house', 'flock', 'post', 'shop')),
  label text NOT NULL,              -- '菜地 A-17', '村口东岗'
  group_no smallint,
  keeper_household_id uuid,
  story text NOT NULL DEFAULT '',
  area_square_metres integer,
  longitude_e7 integer,
  latitude_e7 integer,
  PRIMARY KEY (village_id, subject_id),
  UNIQUE (village_id, label),
  FOREIGN KEY (village_id, keeper_household_id) REFERENCES household
);
CREATE INDEX subject_by_label ON subject (village_id, kind, length(label), label);

CREATE TABLE plate (
  village_id text NOT NULL,
  code text NOT NULL,
  subject_id uuid NOT NULL,
  fixed_at timestamptz NOT NULL,
  retired_at timestamptz,
  PRIMARY KEY (village_id, code),
  FOREIGN KEY (village_id, subject_id) REFERENCES subject
);
CREATE INDEX plate_by_subject ON plate (village_id, subject_id);

-- Which village a scanned code belongs to (reference table, nothing personal).
CREATE TABLE plate_directory (
  code text PRIMARY KEY,
  village_id text NOT NULL REFERENCES village
);
GRANT SELECT, INSERT ON plate_directory TO azalea_app;

-- Re-encoded pictures. Bytes live here so that a photo is as durable as the row that names it.
CREATE TABLE file (
  village_id text NOT NULL REFERENCES village,
  file_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  media_type text NOT NULL,
  content bytea NOT NULL,
  width_pixels integer NOT NULL,
  height_pixels integer NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, file_id)
);

-- Who has looked at whose data.
CREATE TABLE data_access (
  village_id text NOT NULL REFERENCES village,
  access_id uuid NOT NULL,
  person_id uuid NOT NULL,
  viewer_id uuid NOT NULL,
  what text NOT NULL,
  viewed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, access_id)
);
CREATE INDEX data_access_by_person ON data_access (village_id, person_id, viewed_at, access_id);

-- A message to one person, kept as a kind and its values so that it can be read in either language.
CREATE TABLE message (
  village_id text NOT NULL REFERENCES village,
  message_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  params jsonb NOT NULL,
  sent_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (village_id, message_id)
);
CREATE INDEX message_by_person ON message (village_id, person_id, sent_at, message_id);

SELECT azalea_isolate('village_group', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('household', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('person', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('role_grant', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('consent', 'SELECT, INSERT');
SELECT azalea_isolate('subject', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('plate', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('file', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('data_access', 'SELECT, INSERT');
SELECT azalea_isolate('message', 'SELECT, INSERT, UPDATE (read_at), DELETE');
SELECT azalea_isolate('roster_import', 'SELECT, INSERT, DELETE');
