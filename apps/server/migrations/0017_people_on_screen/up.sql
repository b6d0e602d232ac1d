-- Who died or moved away stays on the roster without taking part: what they earned stays with the household.
ALTER TABLE person
  ADD COLUMN departed_as text CHECK (departed_as IN ('died', 'moved_away')),
  ADD COLUMN departed_at timestamptz,
  ADD CHECK ((departed_as IS NULL) = (departed_at IS NULL));

-- What one cadre asks for and somebody of another household has to confirm; deleted when it is done or dropped.
CREATE TABLE removal_proposal (
  village_id text NOT NULL,
  person_id uuid NOT NULL,
  removal text NOT NULL CHECK (removal IN ('erased', 'died', 'moved_away')),
  reason text NOT NULL,
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,       -- where the proposer lived then
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, person_id),
  FOREIGN KEY (village_id, person_id) REFERENCES person
);
SELECT azalea_isolate('removal_proposal', 'SELECT, INSERT, DELETE');
