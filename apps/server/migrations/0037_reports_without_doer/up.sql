-- A report may tell of a deed whose doer nobody knows: the committee attaches one later, or closes it.
-- Who reported may withdraw it until it is decided.
ALTER TABLE breach_report
  DROP CONSTRAINT breach_report_state_check,
  DROP CONSTRAINT breach_report_check,
  DROP CONSTRAINT breach_report_check1,
  ALTER COLUMN reply_due_on DROP NOT NULL,
  ADD COLUMN place text,            -- in the reporter's words, where no plate stands; null once erased
  ADD COLUMN alleged_item_ref text, -- the rule that the reporter holds broken
  ADD COLUMN attached_by uuid,      -- who found the doer of a report that named none
  ADD COLUMN attached_at timestamptz,
  ADD COLUMN ended_by uuid,         -- who withdrew it, or closed it without a doer
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ending_words text,     -- null once erased, or when nothing was said
  ADD CHECK (state IN ('unassigned', 'open', 'decided', 'appealed', 'settled', 'withdrawn', 'closed')),
  ADD CHECK ((state IN ('decided', 'appealed', 'settled')) = (decided_at IS NOT NULL)),
  ADD CHECK ((state IN ('decided', 'appealed', 'settled')) = (outcome IS NOT NULL)),
  ADD CHECK ((state IN ('withdrawn', 'closed')) = (ended_at IS NOT NULL)),
  ADD CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  ADD CHECK ((attached_by IS NULL) = (attached_at IS NULL)),
  ADD CHECK (reply_due_on IS NOT NULL OR state IN ('unassigned', 'withdrawn', 'closed'));

DROP INDEX breach_report_to_clear;
CREATE INDEX breach_report_to_clear ON breach_report (village_id, report_id)
  WHERE state IN ('settled', 'withdrawn', 'closed') AND erased_ids <> '{}';
