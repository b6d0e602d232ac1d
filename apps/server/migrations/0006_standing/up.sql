-- Honour postings not yet folded into the boards. Commands only insert here;
-- one folder a village turns them into scores and counts, so no command waits for a hot row.
CREATE TABLE standing_pending (
  village_id text NOT NULL REFERENCES village,
  pending_id uuid NOT NULL,
  household_id uuid NOT NULL,
  person_id uuid NOT NULL,
  points_hundredths bigint NOT NULL,
  posted_on date NOT NULL,
  PRIMARY KEY (village_id, pending_id)
);

CREATE TABLE standing_score (
  village_id text NOT NULL REFERENCES village,
  board text NOT NULL CHECK (board IN ('household', 'person', 'group')),
  period text NOT NULL,             -- 'all', '2026', '2026-04'
  competitor_id text NOT NULL,      -- household, person or group number
  points_hundredths bigint NOT NULL,
  marked_hundredths bigint,         -- the points at the last weekly mark, null before the first
  marked_on date,
  PRIMARY KEY (village_id, board, period, competitor_id)
);
CREATE INDEX standing_score_by_points ON standing_score (village_id, board, period, points_hundredths DESC, competitor_id);

-- How many competitors stand at each exact score (level 0) and in each band of 1,024 hundredths (level 1):
-- a rank is a sum over a few hundred of these rows, whatever the size of the board.
CREATE TABLE standing_count (
  village_id text NOT NULL REFERENCES village,
  board text NOT NULL,
  period text NOT NULL,
  marked_on date,                   -- null: now; else the weekly mark it was copied at
  level smallint NOT NULL,
  bucket bigint NOT NULL,
  competitors integer NOT NULL
);
CREATE UNIQUE INDEX standing_count_key ON standing_count (village_id, board, period, COALESCE(marked_on, 'infinity'::date), level, bucket);

SELECT azalea_isolate('standing_pending', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('standing_score', 'SELECT, INSERT, UPDATE, DELETE');
SELECT azalea_isolate('standing_count', 'SELECT, INSERT, UPDATE, DELETE');
