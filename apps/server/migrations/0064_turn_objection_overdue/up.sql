-- When the supervisors and the town were told that nobody decided on a disputed turn in time.
ALTER TABLE turn_objection ADD COLUMN escalated_at timestamptz;
GRANT UPDATE (escalated_at) ON turn_objection TO azalea_app;
