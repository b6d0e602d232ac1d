-- Coming to live with others waits for a second person as leaving the village does.
ALTER TABLE removal_proposal
  ADD COLUMN household_id uuid,       -- where the person would live; of 'moved_in' only
  DROP CONSTRAINT removal_proposal_removal_check,
  ADD CHECK (removal IN ('erased', 'died', 'moved_away', 'moved_in')),
  ADD CHECK ((removal = 'moved_in') = (household_id IS NOT NULL)),
  ADD FOREIGN KEY (village_id, household_id) REFERENCES household;

-- A household's leaving that a cadre entered from paper: it waits, so that the household can object.
CREATE TABLE leave_on_paper (
  village_id text NOT NULL,
  household_id uuid NOT NULL,
  given_by uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorder_household_id uuid,       -- where whoever entered it lived then
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, household_id),
  FOREIGN KEY (village_id, household_id) REFERENCES household
);
SELECT azalea_isolate('leave_on_paper', 'SELECT, INSERT, DELETE');

-- How often somebody looked on a day for a whole telephone that nobody on the roster has.
CREATE TABLE number_miss (
  village_id text NOT NULL,
  person_id uuid NOT NULL,          -- who looked
  missed_on date NOT NULL,
  misses integer NOT NULL CHECK (misses >= 0),
  PRIMARY KEY (village_id, person_id, missed_on),
  FOREIGN KEY (village_id, person_id) REFERENCES person
);
SELECT azalea_isolate('number_miss', 'SELECT, INSERT, UPDATE (misses), DELETE');
