-- What the committee lets an auditor open of what stands behind the log's commitments: records of
-- some kinds and days, for some days. Proposed by one member, granted by another.
CREATE TABLE opening (
  village_id text NOT NULL,
  opening_id uuid NOT NULL,
  auditor_id uuid NOT NULL,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0), -- first words of kinds: 'award', 'rating'
  from_day date NOT NULL,
  through_day date NOT NULL,
  valid_days smallint NOT NULL CHECK (valid_days BETWEEN 1 AND 31),
  reason text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'granted', 'refused', 'ended')),
  decided_by uuid,
  decided_at timestamptz,
  ends_at timestamptz,              -- when it ends by itself, or was ended
  PRIMARY KEY (village_id, opening_id),
  CHECK (from_day <= through_day),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((state IN ('granted', 'ended')) = (ends_at IS NOT NULL)),
  CHECK (state NOT IN ('granted', 'ended') OR decided_by NOT IN (proposed_by, auditor_id))
);

-- Whose parts were opened on which day: each is told once a day.
CREATE TABLE opening_look (
  village_id text NOT NULL,
  opening_id uuid NOT NULL,
  person_id uuid NOT NULL,
  seen_on date NOT NULL,
  PRIMARY KEY (village_id, opening_id, person_id, seen_on),
  FOREIGN KEY (village_id, opening_id) REFERENCES opening
);

SELECT azalea_isolate('opening', 'SELECT, INSERT, UPDATE (state, decided_by, decided_at, ends_at)');
SELECT azalea_isolate('opening_look', 'SELECT, INSERT');

-- Witnesses that did not answer when they were last asked; a row goes when its witness is back.
CREATE TABLE log_absence (
  village_id text NOT NULL,
  generation smallint NOT NULL,
  witness text NOT NULL,            -- by its name in the policy
  since timestamptz NOT NULL,
  PRIMARY KEY (village_id, generation, witness)
);
SELECT azalea_isolate('log_absence', 'SELECT, INSERT, DELETE');
