-- A pool of money that the village voted, shared by points: proposed by one, confirmed by a second.
CREATE TABLE year_end (
  village_id text NOT NULL REFERENCES village,
  year_end_id uuid NOT NULL,
  title_zh text NOT NULL,
  title_en text,
  budget_id uuid NOT NULL,
  pool_fen bigint NOT NULL CHECK (pool_fen > 0),
  honour_through date NOT NULL,     -- the daily statement up to which honour counts
  honour_before date,               -- the one whose honour counts no more
  total_hundredths bigint NOT NULL CHECK (total_hundredths > 0),
  household_count integer NOT NULL CHECK (household_count > 0),
  shares_hash bytea NOT NULL,       -- of the list as it was proposed, and is confirmed
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'dropped')),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (village_id, year_end_id),
  CHECK ((state = 'proposed') = (ended_at IS NULL)),
  CHECK ((state = 'proposed') = (ended_by IS NULL))
);

CREATE TABLE year_end_share (
  village_id text NOT NULL,
  year_end_id uuid NOT NULL,
  household_id uuid NOT NULL,
  line_no integer NOT NULL CHECK (line_no > 0),
  points_hundredths bigint NOT NULL CHECK (points_hundredths > 0),
  share_fen bigint NOT NULL CHECK (share_fen >= 0),
  has_remainder boolean NOT NULL,
  PRIMARY KEY (village_id, year_end_id, household_id),
  UNIQUE (village_id, year_end_id, line_no),
  FOREIGN KEY (village_id, year_end_id) REFERENCES year_end
);
CREATE INDEX year_end_share_of_household ON year_end_share (village_id, household_id, year_end_id);

SELECT azalea_isolate('year_end', 'SELECT, INSERT, UPDATE (state, ended_by, ended_at)');
SELECT azalea_isolate('year_end_share', 'SELECT, INSERT');
