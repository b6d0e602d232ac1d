-- Somebody's real-name allegation of a breach, from the telling to the end of the appeal.
CREATE TABLE breach_report (
  village_id text NOT NULL REFERENCES village,
  report_id uuid NOT NULL,
  reporter_id uuid NOT NULL,        -- never told to the reported
  reporter_household_id uuid NOT NULL,
  subject_id uuid,                  -- what the plate is fixed to; null: it names a person
  occurred_at timestamptz NOT NULL,
  words text,                       -- null once erased
  photo_file_ids uuid[] NOT NULL,
  reported_at timestamptz NOT NULL,
  reply_due_on date NOT NULL,       -- the last day for the reply of the reported
  decision_due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'decided', 'appealed', 'settled')),
  outcome text CHECK (outcome IN ('upheld', 'dismissed')), -- as it stands now
  item_ref text,                    -- the rule that was broken, of the sheet in force on that day
  quantity bigint,                  -- how often, or how much of the rule's unit
  decided_by uuid,
  decided_at timestamptz,
  reasons text,
  appeal_ends_on date,              -- the last day for an appeal
  appealed_by uuid,
  appealed_at timestamptz,
  appeal_words text,
  appeal_due_on date,
  appeal_outcome text CHECK (appeal_outcome IN ('confirmed', 'changed')),
  appeal_decided_by uuid,
  appeal_decided_at timestamptz,
  appeal_reasons text,
  settled_at timestamptz,
  award_id uuid,                    -- the deduction that followed
  PRIMARY KEY (village_id, report_id),
  FOREIGN KEY (village_id, subject_id) REFERENCES subject,
  FOREIGN KEY (village_id, award_id) REFERENCES award,
  CHECK ((state = 'open') = (decided_at IS NULL)),
  CHECK ((state = 'open') = (outcome IS NULL)),
  CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
  CHECK (state <> 'appealed' OR appealed_at IS NOT NULL),
  CHECK (award_id IS NULL OR (state = 'settled' AND outcome = 'upheld'))
);
CREATE INDEX breach_report_by_deadline ON breach_report (village_id, state, decision_due_on, report_id);
CREATE INDEX breach_report_by_reporter ON breach_report (village_id, reporter_id, reported_at, report_id);
CREATE INDEX breach_report_by_subject ON breach_report (village_id, subject_id, occurred_at) WHERE subject_id IS NOT NULL;

-- Who is reported, one a household: whose fault it would be, and what they reply.
CREATE TABLE breach_report_party (
  village_id text NOT NULL,
  report_id uuid NOT NULL,
  household_id uuid NOT NULL,
  person_id uuid NOT NULL,
  replied_by uuid,                  -- the person, or somebody of the household
  replied_at timestamptz,
  reply_words text,
  reply_photo_file_id uuid,
  PRIMARY KEY (village_id, report_id, household_id),
  FOREIGN KEY (village_id, report_id) REFERENCES breach_report,
  CHECK ((replied_by IS NULL) = (replied_at IS NULL))
);
CREATE INDEX breach_report_party_by_household ON breach_report_party (village_id, household_id, report_id);

-- What has been made good of a deduction, and the award that gives points back for it.
CREATE TABLE deduction_repair (
  village_id text NOT NULL,
  repair_award_id uuid NOT NULL,
  award_id uuid NOT NULL,           -- the deduction
  way text NOT NULL CHECK (way IN ('mending', 'volunteering')),
  minutes integer,                  -- volunteered for it
  repaired_on date NOT NULL,
  PRIMARY KEY (village_id, repair_award_id),
  FOREIGN KEY (village_id, repair_award_id) REFERENCES award,
  FOREIGN KEY (village_id, award_id) REFERENCES award,
  CHECK ((way = 'volunteering') = (minutes IS NOT NULL))
);
CREATE INDEX deduction_repair_by_award ON deduction_repair (village_id, award_id);

ALTER TABLE contribution
  DROP CONSTRAINT contribution_source_kind_check,
  ADD CONSTRAINT contribution_source_kind_check
    CHECK (source_kind IN ('rating', 'attendance', 'deed', 'report', 'repair'));

SELECT azalea_isolate('breach_report', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('breach_report_party', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('deduction_repair', 'SELECT, INSERT');
