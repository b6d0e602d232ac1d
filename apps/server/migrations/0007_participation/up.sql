CREATE TABLE rating (
  village_id text NOT NULL,
  rating_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  rater_id uuid NOT NULL,
  stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  words text,
  photo_file_id uuid,
  rated_on date NOT NULL,
  rated_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, rating_id),
  -- one a person, subject and day; the latest one counts, read from this index alone
  UNIQUE (village_id, subject_id, rater_id, rated_on) INCLUDE (stars),
  FOREIGN KEY (village_id, subject_id) REFERENCES subject
);
CREATE INDEX rating_by_rater ON rating (village_id, rater_id, rated_at, rating_id);
CREATE INDEX rating_by_subject ON rating (village_id, subject_id, rated_at);

CREATE TABLE activity (
  village_id text NOT NULL,
  activity_id uuid NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  place text NOT NULL,
  item_ref text NOT NULL,
  initiator_id uuid NOT NULL,
  leader_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  sign_up_closes_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'sent_back', 'refused', 'approved', 'closed', 'cancelled')),
  proposed_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision_words text,
  closed_at timestamptz,            -- closed or cancelled
  PRIMARY KEY (village_id, activity_id),
  CHECK (ends_at > starts_at)
);
CREATE INDEX activity_by_state ON activity (village_id, state, starts_at, activity_id);
CREATE INDEX activity_by_start ON activity (village_id, starts_at, activity_id);
CREATE INDEX activity_by_initiator ON activity (village_id, initiator_id);
CREATE INDEX activity_by_leader ON activity (village_id, leader_id);

CREATE TABLE shift (
  village_id text NOT NULL,
  shift_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  post_subject_id uuid,             -- the post it stands at; null: the activity's place
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  quota smallint NOT NULL CHECK (quota BETWEEN 1 AND 500),
  PRIMARY KEY (village_id, shift_id),
  FOREIGN KEY (village_id, activity_id) REFERENCES activity,
  FOREIGN KEY (village_id, post_subject_id) REFERENCES subject,
  CHECK (ends_at > starts_at)
);
CREATE INDEX shift_by_activity ON shift (village_id, activity_id);
CREATE INDEX shift_by_post ON shift (village_id, post_subject_id, ends_at) WHERE post_subject_id IS NOT NULL;

CREATE TABLE sign_up (
  village_id text NOT NULL,
  shift_id uuid NOT NULL,
  person_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('confirmed', 'waiting', 'withdrawn')),
  signed_up_at timestamptz NOT NULL, -- the order of the waiting list
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, shift_id, person_id),
  FOREIGN KEY (village_id, shift_id) REFERENCES shift
);
CREATE INDEX sign_up_by_person ON sign_up (village_id, person_id, state);

CREATE TABLE attendance (
  village_id text NOT NULL,
  attendance_id uuid NOT NULL,
  shift_id uuid NOT NULL,
  person_id uuid NOT NULL,
  checked_in_at timestamptz NOT NULL,
  checked_in_by text NOT NULL CHECK (checked_in_by IN ('code', 'leader')),
  check_in_received_at timestamptz NOT NULL, -- later than checked_in_at when the phone was offline
  checked_out_at timestamptz,
  checked_out_by text CHECK (checked_out_by IN ('code', 'leader', 'clock')),
  leader_score smallint CHECK (leader_score BETWEEN 1 AND 5),
  score_words text,
  scored_by uuid,
  scored_at timestamptz,
  PRIMARY KEY (village_id, attendance_id),
  UNIQUE (village_id, shift_id, person_id),
  FOREIGN KEY (village_id, shift_id) REFERENCES shift,
  CHECK ((checked_out_at IS NULL) = (checked_out_by IS NULL)),
  CHECK (checked_out_at >= checked_in_at)
);
CREATE INDEX attendance_open ON attendance (village_id, shift_id) WHERE checked_out_at IS NULL;
CREATE INDEX attendance_by_person ON attendance (village_id, person_id, checked_in_at);

-- Wrong post codes someone has entered lately, so that six digits cannot be guessed.
CREATE TABLE wrong_code_try (
  village_id text NOT NULL REFERENCES village,
  try_id uuid NOT NULL,
  person_id uuid NOT NULL,
  tried_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, try_id)
);
CREATE INDEX wrong_code_try_by_person ON wrong_code_try (village_id, person_id, tried_at);

-- Words and photos go when their author asks to be forgotten; stars stay.
SELECT azalea_isolate('rating', 'SELECT, INSERT, UPDATE (words, photo_file_id)');
SELECT azalea_isolate('activity', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('shift', 'SELECT, INSERT, UPDATE, DELETE');
SELECT azalea_isolate('sign_up', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('attendance', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('wrong_code_try', 'SELECT, INSERT, DELETE');
