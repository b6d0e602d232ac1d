-- Persons who were erased while a case ran: what it needs of their words and pictures stays until it
-- has ended, then a job clears it.
ALTER TABLE breach_report ADD COLUMN erased_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE objection ADD COLUMN erased_ids uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX breach_report_to_clear ON breach_report (village_id, report_id)
  WHERE state = 'settled' AND erased_ids <> '{}';
CREATE INDEX objection_to_clear ON objection (village_id, objection_id)
  WHERE state <> 'open' AND erased_ids <> '{}';
