-- Persons who were erased while an award was disputed that rests on what a leader or a spot checker
-- wrote: the words stay until the objection is answered, then a job clears them.
ALTER TABLE attendance ADD COLUMN erased_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE spot_check ADD COLUMN erased_ids uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX attendance_to_clear ON attendance (village_id, attendance_id) WHERE erased_ids <> '{}';
CREATE INDEX spot_check_to_clear ON spot_check (village_id, check_id) WHERE erased_ids <> '{}';
GRANT UPDATE (erased_ids) ON attendance, spot_check TO azalea_app;
