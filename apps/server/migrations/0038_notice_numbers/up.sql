-- A notice is known in the village by its number in its year: 2026-017.
ALTER TABLE notice
  ADD COLUMN year integer,
  ADD COLUMN number integer;

-- Village by village, as row-level security binds the owner too.
DO $$
DECLARE
  this_village text;
  missing bigint;
BEGIN
  FOR this_village IN SELECT village_id FROM village LOOP
    PERFORM set_config('azalea.village_id', this_village, true);
    UPDATE notice SET year = numbered.year, number = numbered.number
    FROM (
      SELECT notice_id, extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')::integer AS year,
        row_number() OVER (
          PARTITION BY extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')
          ORDER BY published_at, notice_id)::integer AS number
      FROM notice WHERE village_id = this_village
    ) AS numbered
    WHERE notice.village_id = this_village AND notice.notice_id = numbered.notice_id;
    SELECT count(*) INTO missing FROM notice
      WHERE village_id = this_village AND (year IS NULL OR number IS NULL);
    ASSERT missing = 0, 'some notices have no number';
  END LOOP;
  PERFORM set_config('azalea.village_id', '', true);
END $$;

ALTER TABLE notice
  ALTER COLUMN year SET NOT NULL,
  ALTER COLUMN number SET NOT NULL,
  ADD UNIQUE (village_id, year, number);

-- Whom to call about a notice; null until the committee or the operator says.
ALTER TABLE village ADD COLUMN objection_phone text;
GRANT UPDATE (objection_phone) ON village TO azalea_app;
