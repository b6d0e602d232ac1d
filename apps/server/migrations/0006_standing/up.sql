-- What the boards have not taken in yet. Commands only insert here; one folder at a time turns a
-- village's rows into scores and counts, so that no command waits for a row everybody changes.
CREATE TABLE standing_pending (
  village_id text NOT NULL REFERENCES village,
  pending_id uuid NOT NULL,
  household_id uuid NOT NULL,
  person_id uuid,                   -- null: not a posting; the household joined or left
  points_hundredths bigint NOT NULL DEFAULT 0,
  posted_on date NOT NULL,
  PRIMARY KEY (village_id, pending_id),
  CHECK (person_id IS NOT NULL OR points_hundredths = 0)
);

-- What follows is derived from the ledger, written in bulk by the folder alone: a foreign key to the
-- village would be checked for every row of it.

-- Which households the boards count, and to which group their points go.
CREATE TABLE standing_household (
  village_id text NOT NULL,
  household_id uuid NOT NULL,
  group_no smallint NOT NULL,
  listed boolean NOT NULL,
  PRIMARY KEY (village_id, household_id)
);

CREATE TABLE standing_score (
  village_id text NOT NULL,
  board text NOT NULL CHECK (board IN ('household', 'person', 'group')),
  period text NOT NULL,             -- 'all', '2026', '2026-04'
  competitor_id text NOT NULL,      -- household, person or group number
  points_hundredths bigint NOT NULL,
  postings integer NOT NULL CHECK (postings > 0),  -- how many postings make up the points
  -- The points at the weekly mark of that day, copied when they first change after it;
  -- null points: was not on the board then.
  marked_on date,
  marked_hundredths bigint,
  PRIMARY KEY (village_id, board, period, competitor_id)
);
CREATE INDEX standing_score_by_points ON standing_score (village_id, board, period, points_hundredths DESC, competitor_id);

-- How many competitors stand at each exact score (level 0), in each band of 64 hundredths (level 1)
-- and of 4,096 (level 2): a rank is a sum over about a hundred of these rows, whatever the size of
-- the board.
CREATE TABLE standing_count (
  village_id text NOT NULL,
  board text NOT NULL,
  period text NOT NULL,
  level smallint NOT NULL,
  bucket bigint NOT NULL,
  competitors integer NOT NULL,
  PRIMARY KEY (village_id, board, period, level, bucket)
);

-- The same counts as they were at the latest weekly mark.
CREATE TABLE standing_marked_count (
  village_id text NOT NULL,
  board text NOT NULL,
  period text NOT NULL,
  level smallint NOT NULL,
  bucket bigint NOT NULL,
  competitors integer NOT NULL,
  PRIMARY KEY (village_id, board, period, level, bucket)
);

CREATE TABLE standing_state (
  village_id text PRIMARY KEY REFERENCES village,
  folded_at timestamptz NOT NULL,   -- when the boards last took something in
  marked_on date                    -- the Monday of the latest weekly mark
);

SELECT azalea_isolate('standing_pending', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('standing_household', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('standing_score', 'SELECT, INSERT, UPDATE, DELETE');
SELECT azalea_isolate('standing_count', 'SELECT, INSERT, UPDATE, DELETE');
SELECT azalea_isolate('standing_marked_count', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('standing_state', 'SELECT, INSERT, UPDATE');
