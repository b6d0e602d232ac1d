-- Who told a subject's story, and the one picture that they chose to show to everybody with it.
-- The story of a subject that was entered with one is nobody's: a cadre wrote it down.
ALTER TABLE subject ADD COLUMN told_by uuid, ADD COLUMN photo_file_id uuid;
ALTER TABLE subject ADD FOREIGN KEY (village_id, told_by) REFERENCES person;
