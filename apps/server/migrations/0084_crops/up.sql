-- What the village grows: a crop by the name that approved lists, harvests and rounds call it, in one variety.
CREATE TABLE crop (
  village_id text NOT NULL REFERENCES village,
  crop_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('field', 'flock')),
  name_zh text NOT NULL,
  name_en text,
  variety text,
  days_to_maturity smallint NOT NULL CHECK (days_to_maturity BETWEEN 1 AND 366),
  harvest_days smallint NOT NULL CHECK (harvest_days BETWEEN 1 AND 366),
  sowing smallint[] NOT NULL CHECK (array_length(sowing, 1) BETWEEN 2 AND 8 AND array_length(sowing, 1) % 2 = 0), -- first and last day of each window: month × 100 + day
  yield_grams bigint NOT NULL CHECK (yield_grams > 0), -- of one mu, or of one head
  yield_per text NOT NULL CHECK (yield_per IN ('mu', 'head')),
  unit text NOT NULL CHECK (unit IN ('kg', 'jin', 'piece')),
  piece_grams integer CHECK (piece_grams > 0),
  is_retired boolean NOT NULL DEFAULT false,
  kept_by uuid NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, crop_id),
  CHECK ((unit = 'piece') = (piece_grams IS NOT NULL)),
  CHECK ((kind = 'flock') = (yield_per = 'head'))
);
CREATE UNIQUE INDEX crop_by_name ON crop (village_id, name_zh, coalesce(variety, ''));

-- What is to be done between sowing and harvest, counted in days from the first day of sowing.
CREATE TABLE crop_task (
  village_id text NOT NULL,
  crop_id uuid NOT NULL,
  line smallint NOT NULL CHECK (line > 0),
  kind text NOT NULL CHECK (kind IN ('thin', 'fertilise', 'weed', 'water', 'tie', 'cover', 'feed', 'vaccinate', 'clean', 'collect')),
  after_days smallint NOT NULL CHECK (after_days BETWEEN 0 AND 366),
  within_days smallint NOT NULL CHECK (within_days BETWEEN 1 AND 60),
  times smallint NOT NULL CHECK (times BETWEEN 1 AND 60),
  every_days smallint NOT NULL CHECK (every_days BETWEEN 1 AND 366),
  PRIMARY KEY (village_id, crop_id, line),
  FOREIGN KEY (village_id, crop_id) REFERENCES crop
);

SELECT azalea_isolate('crop', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('crop_task', 'SELECT, INSERT, DELETE');
