-- What an attendance's calibration knows besides minutes and the leader's score, so that a corrected
-- award is judged by the same: the town's spot check, passers-by, upheld reports.
ALTER TABLE contribution ADD COLUMN judgements jsonb;

-- Circumstances of the rule's item that hold for the whole shift: hardship, a post nobody wants.
ALTER TABLE shift ADD COLUMN circumstances text[] NOT NULL DEFAULT '{}';

-- A draw is announced with its list and rate, and drawn by the next published checkpoint.
CREATE TABLE spot_draw (
  village_id text NOT NULL,
  draw_id uuid NOT NULL,
  record_id uuid NOT NULL,          -- the announcement: the checkpoint that first covers it is the seed
  announced_by uuid NOT NULL,
  announced_at timestamptz NOT NULL,
  kinds text[] NOT NULL,
  rate_permille smallint NOT NULL CHECK (rate_permille BETWEEN 1 AND 1000),
  random_permille smallint NOT NULL CHECK (random_permille BETWEEN 1 AND 1000),
  candidates integer NOT NULL CHECK (candidates > 0),
  list_hash bytea NOT NULL,
  drawn_at timestamptz,
  checkpoint text,                  -- origin, size and root as they were signed
  PRIMARY KEY (village_id, draw_id),
  CHECK ((drawn_at IS NULL) = (checkpoint IS NULL))
);
CREATE INDEX spot_draw_by_day ON spot_draw (village_id, announced_at, draw_id);
CREATE INDEX spot_draw_open ON spot_draw (village_id, draw_id) WHERE drawn_at IS NULL;

CREATE TABLE spot_candidate (
  village_id text NOT NULL,
  draw_id uuid NOT NULL,
  candidate text NOT NULL,          -- as it stands in the announced list, and in no other
  shift_id uuid,
  subject_id uuid,
  priority smallint NOT NULL CHECK (priority >= 0),
  reasons text[] NOT NULL,
  PRIMARY KEY (village_id, draw_id, candidate),
  FOREIGN KEY (village_id, draw_id) REFERENCES spot_draw,
  FOREIGN KEY (village_id, shift_id) REFERENCES shift,
  FOREIGN KEY (village_id, subject_id) REFERENCES subject,
  CHECK (num_nonnulls(shift_id, subject_id) = 1)
);
CREATE INDEX spot_candidate_by_shift ON spot_candidate (village_id, shift_id) WHERE shift_id IS NOT NULL;

CREATE TABLE spot_check (
  village_id text NOT NULL,
  check_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  candidate text NOT NULL,
  drawn_by text NOT NULL CHECK (drawn_by IN ('lot', 'priority')),
  shift_id uuid,
  subject_id uuid,
  opens_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,      -- not made by then, it lapses and nothing waits for it any more
  score smallint CHECK (score BETWEEN 1 AND 5),
  words text,
  photo_file_id uuid,
  checked_by uuid,
  checked_at timestamptz,
  PRIMARY KEY (village_id, check_id),
  UNIQUE (village_id, draw_id, candidate),
  FOREIGN KEY (village_id, draw_id, candidate) REFERENCES spot_candidate,
  CHECK (num_nonnulls(shift_id, subject_id) = 1),
  CHECK (num_nonnulls(score, checked_by, checked_at) IN (0, 3))
);
CREATE INDEX spot_check_by_shift ON spot_check (village_id, shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX spot_check_by_subject ON spot_check (village_id, subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX spot_check_by_due ON spot_check (village_id, due_at, check_id) WHERE score IS NULL;

-- What the last full fit of the rater model found; replaced as a whole by the next.
CREATE TABLE rating_fit (
  village_id text NOT NULL,
  fitted_at timestamptz NOT NULL,
  ratings integer NOT NULL,
  population jsonb NOT NULL,
  comparison jsonb NOT NULL,        -- distance of model and plain estimates from spot checks unseen by them
  uses_model boolean NOT NULL,
  PRIMARY KEY (village_id)
);
CREATE TABLE subject_score (
  village_id text NOT NULL,
  subject_id uuid NOT NULL,
  owner_id uuid,                    -- the rater who stands for the household that keeps it
  score_hundredths smallint NOT NULL CHECK (score_hundredths BETWEEN 100 AND 500),
  low_hundredths smallint NOT NULL,
  high_hundredths smallint NOT NULL,
  ratings integer NOT NULL,
  PRIMARY KEY (village_id, subject_id)
);
CREATE TABLE rater_estimate (
  village_id text NOT NULL,
  person_id uuid NOT NULL,
  severity double precision NOT NULL, -- stars; positive: gives fewer than others
  severity_variance double precision NOT NULL,
  spread double precision NOT NULL,
  informative double precision NOT NULL,
  ring smallint,
  consistency_permille smallint NOT NULL,
  trust_permille smallint NOT NULL,
  ratings integer NOT NULL,
  flags smallint NOT NULL,
  PRIMARY KEY (village_id, person_id)
);
CREATE TABLE rating_ring (
  village_id text NOT NULL,
  ring smallint NOT NULL,
  evidence jsonb NOT NULL,
  PRIMARY KEY (village_id, ring)
);

SELECT azalea_isolate('spot_draw', 'SELECT, INSERT, UPDATE (drawn_at, checkpoint)');
SELECT azalea_isolate('spot_candidate', 'SELECT, INSERT');
SELECT azalea_isolate('spot_check', 'SELECT, INSERT, UPDATE (score, words, photo_file_id, checked_by, checked_at)');
SELECT azalea_isolate('rating_fit', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('subject_score', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('rater_estimate', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('rating_ring', 'SELECT, INSERT, DELETE');
