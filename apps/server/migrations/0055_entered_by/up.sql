-- Who answers for it that somebody is real: who entered them on the page, or by a file that was not the
-- village's first. Null: of the first roster, or from before this was kept.
ALTER TABLE person ADD COLUMN entered_by uuid;
