CREATE TABLE objection (
  village_id text NOT NULL,
  objection_id uuid NOT NULL,
  award_id uuid NOT NULL,
  phase text NOT NULL CHECK (phase IN ('notice', 'appeal')), -- before or after the award was final
  objector_id uuid NOT NULL,
  objector_household_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('app', 'oral', 'written')),
  entered_by uuid NOT NULL,         -- the objector, or the cadre to whom they spoke or wrote
  words text,                       -- null once erased
  raised_at timestamptz NOT NULL,
  due_on date NOT NULL,             -- the last day for the answer
  state text NOT NULL CHECK (state IN ('open', 'upheld', 'refused')),
  escalated_at timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  reasons text,
  new_award_id uuid,                -- the award that was made instead
  PRIMARY KEY (village_id, objection_id),
  FOREIGN KEY (village_id, award_id) REFERENCES award,
  FOREIGN KEY (village_id, new_award_id) REFERENCES award,
  CHECK ((state = 'open') = (answered_at IS NULL)),
  CHECK ((channel = 'app') = (entered_by = objector_id)),
  CHECK (new_award_id IS NULL OR state = 'upheld')
);
CREATE UNIQUE INDEX objection_open ON objection (village_id, award_id) WHERE state = 'open';
CREATE UNIQUE INDEX objection_once ON objection (village_id, award_id, objector_id, phase);
CREATE INDEX objection_by_deadline ON objection (village_id, state, due_on, objection_id);
CREATE INDEX objection_by_objector ON objection (village_id, objector_id, raised_at, objection_id);

SELECT azalea_isolate('objection', 'SELECT, INSERT, UPDATE');

-- The corrected facts of a deed stand beside the first ones, and name the objection.
ALTER TABLE contribution
  ADD COLUMN objection_id uuid,
  DROP CONSTRAINT contribution_village_id_source_kind_source_id_item_ref_key,
  ADD UNIQUE NULLS NOT DISTINCT (village_id, source_kind, source_id, item_ref, objection_id),
  ADD FOREIGN KEY (village_id, objection_id) REFERENCES objection;
