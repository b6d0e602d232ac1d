-- A notice is known in the village by its number in its year: 2026-017.
ALTER TABLE notice
  ADD COLUMN year integer,
  ADD COLUMN number integer;
UPDATE notice SET year = numbered.year, number = numbered.number
FROM (
  SELECT village_id, notice_id, extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')::integer AS year,
    row_number() OVER (
      PARTITION BY village_id, extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')
      ORDER BY published_at, notice_id)::integer AS number
  FROM notice
) AS numbered
WHERE notice.village_id = numbered.village_id AND notice.notice_id = numbered.notice_id;
ALTER TABLE notice
  ALTER COLUMN year SET NOT NULL,
  ALTER COLUMN number SET NOT NULL,
  ADD UNIQUE (village_id, year, number);

-- Whom to call about a notice; null until the committee or the operator says.
ALTER TABLE village ADD COLUMN objection_phone text;
GRANT UPDATE (objection_phone) ON village TO azalea_app;
