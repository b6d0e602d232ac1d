-- Persons who were erased while a turn was disputed: the words stay until it is decided, then a job
-- clears them.
ALTER TABLE turn_objection ADD COLUMN erased_ids uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX turn_objection_to_clear ON turn_objection (village_id, objection_id)
  WHERE outcome IS NOT NULL AND erased_ids <> '{}';
GRANT UPDATE (erased_ids) ON turn_objection TO azalea_app;
