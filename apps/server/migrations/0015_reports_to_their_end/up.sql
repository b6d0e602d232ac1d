-- A check that nobody made in time is told once, by a record of its own.
ALTER TABLE spot_check
  ADD COLUMN lapsed_at timestamptz,
  ADD CHECK (lapsed_at IS NULL OR score IS NULL);
DROP INDEX spot_check_by_due;
CREATE INDEX spot_check_by_due ON spot_check (village_id, due_at, check_id)
  WHERE score IS NULL AND lapsed_at IS NULL;
GRANT UPDATE (lapsed_at) ON spot_check TO azalea_app;

-- Who entered a report, or its appeal, for somebody who spoke or wrote; null: the reporter.
ALTER TABLE breach_report
  ADD COLUMN channel text NOT NULL DEFAULT 'app' CHECK (channel IN ('app', 'oral', 'written')),
  ADD COLUMN entered_by uuid,
  ADD COLUMN recounted_at timestamptz, -- when the awards of the shift were brought in line with its end
  ADD CHECK ((channel = 'app') = (entered_by IS NULL));
CREATE INDEX breach_report_to_recount ON breach_report (village_id, report_id)
  WHERE state = 'settled' AND recounted_at IS NULL AND subject_id IS NOT NULL;

-- Members who declared themselves biased, so that somebody else judges.
ALTER TABLE breach_report ADD COLUMN passed_on_by uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE objection ADD COLUMN passed_on_by uuid[] NOT NULL DEFAULT '{}';

-- The end of a report of a post changes the facts of who stood there; the new facts stand beside the first.
ALTER TABLE contribution
  ADD COLUMN report_id uuid,
  ADD COLUMN corrects_award_id uuid,  -- the award whose place that of these facts takes
  DROP CONSTRAINT contribution_village_id_source_kind_source_id_item_ref_obje_key,
  ADD UNIQUE NULLS NOT DISTINCT (village_id, source_kind, source_id, item_ref, objection_id, report_id),
  ADD FOREIGN KEY (village_id, corrects_award_id) REFERENCES award;
CREATE INDEX contribution_by_corrected ON contribution (village_id, corrects_award_id)
  WHERE corrects_award_id IS NOT NULL;
