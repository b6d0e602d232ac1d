-- What the company buys, beside the offer by which growers stand in the order of points.
CREATE TABLE buying_round (
  village_id text NOT NULL,
  round_id uuid NOT NULL,           -- the offer's
  crop text NOT NULL,
  price_unit text NOT NULL CHECK (price_unit IN ('jin', 'kg')),
  collection_point text NOT NULL,
  begins_at timestamptz NOT NULL,   -- of the hours in which is weighed
  ends_at timestamptz NOT NULL,
  minutes_each smallint NOT NULL CHECK (minutes_each BETWEEN 1 AND 60),
  budget_id uuid NOT NULL,
  item_ref text,                    -- of the sheet: what the first grade earns points by
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_by uuid,
  closed_at timestamptz,
  PRIMARY KEY (village_id, round_id),
  FOREIGN KEY (village_id, round_id) REFERENCES offer (village_id, offer_id),
  FOREIGN KEY (village_id, budget_id) REFERENCES budget,
  CHECK (begins_at < ends_at),
  CHECK ((closed_by IS NULL) = (closed_at IS NULL))
);
CREATE INDEX buying_round_latest ON buying_round (village_id, begins_at DESC, round_id);

CREATE TABLE round_grade (
  village_id text NOT NULL,
  round_id uuid NOT NULL,
  grade text NOT NULL CHECK (grade IN ('first', 'second', 'third')),
  fen integer NOT NULL CHECK (fen > 0), -- a unit
  PRIMARY KEY (village_id, round_id, grade),
  FOREIGN KEY (village_id, round_id) REFERENCES buying_round
);

-- What was agreed beforehand that is taken of what is paid.
CREATE TABLE round_deduction (
  village_id text NOT NULL,
  round_id uuid NOT NULL,
  line smallint NOT NULL CHECK (line > 0),
  name_zh text NOT NULL,
  name_en text,
  permille smallint CHECK (permille BETWEEN 1 AND 1000),
  fen_each integer CHECK (fen_each > 0), -- a weigh-in
  PRIMARY KEY (village_id, round_id, line),
  FOREIGN KEY (village_id, round_id) REFERENCES buying_round,
  CHECK ((permille IS NULL) <> (fen_each IS NULL))
);

-- When a household comes that took a turn, and for how much.
CREATE TABLE round_slot (
  village_id text NOT NULL,
  round_id uuid NOT NULL,
  household_id uuid NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  taken_grams bigint NOT NULL CHECK (taken_grams > 0),
  comes_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, round_id, household_id),
  UNIQUE (village_id, round_id, place),
  FOREIGN KEY (village_id, round_id) REFERENCES buying_round
);
CREATE INDEX round_slot_of_household ON round_slot (village_id, household_id);

CREATE TABLE scale (
  village_id text NOT NULL REFERENCES village,
  scale_id uuid NOT NULL,
  name text NOT NULL,
  speaks text NOT NULL CHECK (speaks IN ('nothing', 'serial', 'bluetooth')),
  line text,                        -- of the operator's setting: where a serial one is reached
  tolerance_grams integer NOT NULL CHECK (tolerance_grams >= 0),
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, scale_id),
  UNIQUE (village_id, name),
  CHECK ((speaks = 'serial') = (line IS NOT NULL))
);

-- What a scale showed of a test weight. The last one of a day says whether is weighed with it.
CREATE TABLE scale_check (
  village_id text NOT NULL,
  check_id uuid NOT NULL,
  scale_id uuid NOT NULL,
  test_grams bigint NOT NULL CHECK (test_grams > 0),
  read_grams bigint NOT NULL CHECK (read_grams >= 0),
  outcome text NOT NULL CHECK (outcome IN ('passed', 'failed')),
  checked_by uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, check_id),
  FOREIGN KEY (village_id, scale_id) REFERENCES scale
);
CREATE INDEX scale_check_of_scale ON scale_check (village_id, scale_id, checked_at DESC);

CREATE TABLE weigh_in (
  village_id text NOT NULL,
  weigh_in_id uuid NOT NULL,
  round_id uuid NOT NULL,
  household_id uuid NOT NULL,
  grower_id uuid NOT NULL,          -- who declared the harvest
  harvest_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  scale_id uuid NOT NULL,
  weighed_how text NOT NULL CHECK (weighed_how IN ('typed', 'serial', 'bluetooth')),
  grade text NOT NULL,
  gross_grams bigint NOT NULL,
  tare_grams bigint NOT NULL CHECK (tare_grams >= 0),
  net_grams bigint NOT NULL CHECK (net_grams > 0),
  photo_file_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')),
  because text CHECK (because IN ('wet', 'damaged', 'pests', 'mixed', 'other_crop', 'too_old')),
  lot_id uuid,
  lot_number text,
  replaces_id uuid,
  weighed_by uuid NOT NULL,
  weighed_at timestamptz NOT NULL,
  voided_at timestamptz,            -- a dispute was upheld: it counts no more
  PRIMARY KEY (village_id, weigh_in_id),
  UNIQUE (village_id, replaces_id),
  FOREIGN KEY (village_id, round_id, grade) REFERENCES round_grade,
  FOREIGN KEY (village_id, round_id, household_id) REFERENCES round_slot,
  FOREIGN KEY (village_id, harvest_id) REFERENCES harvest_declaration,
  FOREIGN KEY (village_id, scale_id) REFERENCES scale,
  FOREIGN KEY (village_id, replaces_id) REFERENCES weigh_in,
  CHECK (net_grams = gross_grams - tare_grams),
  CHECK ((outcome = 'refused') = (because IS NOT NULL)),
  CHECK ((lot_id IS NULL) = (lot_number IS NULL)),
  CHECK (outcome = 'accepted' OR lot_id IS NULL)
);
CREATE UNIQUE INDEX weigh_in_once ON weigh_in (village_id, round_id, harvest_id, grade)
  WHERE outcome = 'accepted' AND voided_at IS NULL;
CREATE INDEX weigh_in_of_round ON weigh_in (village_id, round_id, weighed_at);
CREATE INDEX weigh_in_of_scale ON weigh_in (village_id, scale_id, weighed_at);
CREATE INDEX weigh_in_of_household ON weigh_in (village_id, household_id);

-- What is doubted of a weigh-in: by its grower, or since its scale failed afterwards.
CREATE TABLE weigh_in_dispute (
  village_id text NOT NULL,
  weigh_in_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('grower', 'office', 'scale')),
  disputed_by uuid NOT NULL,
  words text,
  disputed_at timestamptz NOT NULL,
  due_on date NOT NULL,
  outcome text CHECK (outcome IN ('upheld', 'dismissed')),
  reasons text,
  decided_by uuid,
  decided_at timestamptz,
  PRIMARY KEY (village_id, weigh_in_id),
  FOREIGN KEY (village_id, weigh_in_id) REFERENCES weigh_in,
  CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX weigh_in_dispute_open ON weigh_in_dispute (village_id, disputed_at) WHERE outcome IS NULL;

SELECT azalea_isolate('buying_round', 'SELECT, INSERT, UPDATE (closed_by, closed_at)');
SELECT azalea_isolate('round_grade', 'SELECT, INSERT');
SELECT azalea_isolate('round_deduction', 'SELECT, INSERT');
SELECT azalea_isolate('round_slot', 'SELECT, INSERT, UPDATE (comes_at)');
SELECT azalea_isolate('scale', 'SELECT, INSERT, UPDATE (name)');
SELECT azalea_isolate('scale_check', 'SELECT, INSERT');
SELECT azalea_isolate('weigh_in', 'SELECT, INSERT, UPDATE (voided_at)');
SELECT azalea_isolate('weigh_in_dispute', 'SELECT, INSERT, UPDATE (words, outcome, reasons, decided_by, decided_at)');
