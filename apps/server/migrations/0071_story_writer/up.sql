-- Who wrote a subject's story: a story is written, people are told or notified.
ALTER TABLE subject RENAME COLUMN told_by TO story_by;
