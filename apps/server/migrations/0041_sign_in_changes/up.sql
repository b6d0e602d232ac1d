-- Since when a telephone is this person's: a session whose code was entered earlier proves nothing of it.
ALTER TABLE sign_in_identity ADD COLUMN since timestamptz NOT NULL DEFAULT '-infinity';
-- When the code was entered by which this session came to be; a change of village keeps it.
ALTER TABLE session ADD COLUMN proved_at timestamptz NOT NULL DEFAULT '-infinity';
UPDATE session SET proved_at = created_at;

-- A telephone or identity number that a member of the committee or the operator would change for
-- somebody, and that a second one has not confirmed yet. At most one waits for a person.
CREATE TABLE sign_in_change (
  village_id text NOT NULL,
  change_id uuid NOT NULL,
  person_id uuid NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  reason text NOT NULL,             -- '' when a roster file says so
  sets_phone boolean NOT NULL,
  phone text,                       -- null with sets_phone: signs in no more
  phone_from uuid,                  -- who holds the number and gives it up
  id_hash text,                     -- null: the identity number stays
  id_last4 text,
  birth_year smallint,
  PRIMARY KEY (village_id, change_id),
  UNIQUE (village_id, person_id),
  FOREIGN KEY (village_id, person_id) REFERENCES person
);
SELECT azalea_isolate('sign_in_change', 'SELECT, INSERT, DELETE');

-- How a village numbers its houses: a number for the whole village, or one for each group.
ALTER TABLE village ADD COLUMN house_numbering text NOT NULL DEFAULT 'village'
  CHECK (house_numbering IN ('village', 'group'));
ALTER TABLE household DROP CONSTRAINT household_village_id_house_no_key;
ALTER TABLE household ADD UNIQUE (village_id, group_no, house_no);
-- The household of those who founded the village: nobody's home, and counted nowhere.
ALTER TABLE household ADD COLUMN is_office boolean NOT NULL DEFAULT false;
-- Row by row of villages: row-level security shows one at a time, to the owner too.
DO $$
DECLARE
  this_village text;
BEGIN
  FOR this_village IN SELECT village_id FROM village LOOP
    PERFORM set_config('azalea.village_id', this_village, true);
    UPDATE household SET is_office = true WHERE village_id = this_village AND house_no = '村委';
  END LOOP;
  PERFORM set_config('azalea.village_id', '', true);
END $$;
GRANT UPDATE (house_numbering) ON village TO azalea_app;
