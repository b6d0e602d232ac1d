-- What a lot weighs after the weigh-in that opened it did not count and was made again. The lot itself
-- tells what holds now, this what it was before.
CREATE TABLE lot_correction (
  village_id text NOT NULL,
  correction_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  weigh_in_id uuid NOT NULL,        -- in which it was weighed again
  grade text NOT NULL CHECK (grade IN ('first', 'second', 'third')),
  grams bigint NOT NULL CHECK (grams >= 0), -- 0: refused, it went home
  grade_before text NOT NULL CHECK (grade_before IN ('first', 'second', 'third')),
  grams_before bigint NOT NULL CHECK (grams_before >= 0),
  corrected_by uuid NOT NULL,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, correction_id),
  UNIQUE (village_id, weigh_in_id),
  FOREIGN KEY (village_id, lot_id) REFERENCES harvest_lot
);
CREATE INDEX correction_of_lot ON lot_correction (village_id, lot_id, corrected_at);

ALTER TABLE harvest_lot DROP CONSTRAINT harvest_lot_grams_check;
ALTER TABLE harvest_lot ADD CONSTRAINT harvest_lot_grams_check CHECK (grams >= 0);
GRANT UPDATE (grade, grams) ON harvest_lot TO azalea_app;
SELECT azalea_isolate('lot_correction', 'SELECT, INSERT');
