-- Which record enters an award in the log. Null while the award waits to be counted together with
-- others of its week, so that nobody can line it up with the deed it is for.
ALTER TABLE award
  ADD COLUMN record_id uuid,
  ADD COLUMN entered_at timestamptz; -- since when the log's sums hold its points
UPDATE award SET record_id = record.record_id, entered_at = award.final_at
FROM record
WHERE record.village_id = award.village_id AND record.kind IN ('award.scored', 'award.final')
  AND convert_from(record.leaf, 'UTF8')::jsonb -> 'public' ->> 'award' = award.award_id::text;
CREATE INDEX award_to_count ON award (village_id, occurred_on) WHERE record_id IS NULL;

-- Documents that the log names by their hash and anybody may read: adopted rule sheets, the details
-- of daily statements.
CREATE TABLE public_document (
  village_id text NOT NULL REFERENCES village,
  hash bytea NOT NULL CHECK (hash = sha256(body)),
  body bytea NOT NULL,
  PRIMARY KEY (village_id, hash)
);

-- The civil days for which the daily statement stands in the record.
CREATE TABLE closed_day (
  village_id text NOT NULL REFERENCES village,
  day date NOT NULL,
  record_id uuid NOT NULL,
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, day)
);

SELECT azalea_isolate('public_document', 'SELECT, INSERT');
SELECT azalea_isolate('closed_day', 'SELECT, INSERT');
