-- Within which plots are drawn, in ten-millionths of a degree (WGS-84); none: near the others.
CREATE TABLE land_bounds (
  village_id text PRIMARY KEY REFERENCES village,
  west_e7 integer NOT NULL,
  south_e7 integer NOT NULL,
  east_e7 integer NOT NULL,
  north_e7 integer NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  CHECK (west_e7 < east_e7 AND south_e7 < north_e7)
);

-- The land of a subject: its plate, label and keeper stand there.
CREATE TABLE plot (
  village_id text NOT NULL,
  plot_id uuid NOT NULL,
  tenure text NOT NULL CHECK (tenure IN ('collective', 'household')),
  ring_e7 integer[] NOT NULL CHECK (array_length(ring_e7, 1) BETWEEN 6 AND 1000 AND array_length(ring_e7, 1) % 2 = 0), -- longitude, latitude, …; the first point is not repeated
  west_e7 integer NOT NULL,
  south_e7 integer NOT NULL,
  east_e7 integer NOT NULL,
  north_e7 integer NOT NULL,
  area_square_metres integer NOT NULL CHECK (area_square_metres > 0),
  stated_square_metres integer CHECK (stated_square_metres > 0),
  soil text CHECK (soil IN ('sandy', 'loam', 'clay', 'paddy')),
  water text,                       -- where it is watered from
  is_resting boolean NOT NULL DEFAULT false,
  drawn_by uuid NOT NULL,
  drawn_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, plot_id),
  FOREIGN KEY (village_id, plot_id) REFERENCES subject (village_id, subject_id)
);

-- What growers agree to; an edition never changes.
CREATE TABLE convention (
  village_id text NOT NULL REFERENCES village,
  edition integer NOT NULL CHECK (edition > 0),
  words_zh text NOT NULL,
  words_en text,
  document_hash bytea NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, edition)
);

-- Seasons do not overlap. With an offer, plots go to whoever took a turn of it.
CREATE TABLE growing_season (
  village_id text NOT NULL REFERENCES village,
  growing_season_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  begins_on date NOT NULL,
  ends_on date NOT NULL,
  offer_id uuid,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, growing_season_id),
  FOREIGN KEY (village_id, offer_id) REFERENCES offer,
  CHECK (begins_on < ends_on)
);

-- One person on one plot for one season. It ends with the season, or before.
CREATE TABLE lease (
  village_id text NOT NULL,
  lease_id uuid NOT NULL,
  growing_season_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  household_id uuid NOT NULL,
  person_id uuid NOT NULL,
  edition integer NOT NULL,         -- of the convention that was accepted
  channel text NOT NULL CHECK (channel IN ('app', 'oral', 'written')),
  entered_by uuid,
  begun_at timestamptz NOT NULL,
  from_lease_id uuid,               -- that was transferred
  to_person_id uuid,                -- to whom its holder would transfer it
  ended_as text CHECK (ended_as IN ('released', 'transferred')),
  ended_at timestamptz,
  PRIMARY KEY (village_id, lease_id),
  FOREIGN KEY (village_id, growing_season_id) REFERENCES growing_season,
  FOREIGN KEY (village_id, plot_id) REFERENCES plot,
  FOREIGN KEY (village_id, edition) REFERENCES convention,
  FOREIGN KEY (village_id, from_lease_id) REFERENCES lease,
  CHECK ((channel = 'app') = (entered_by IS NULL)),
  CHECK ((ended_as IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX lease_of_plot ON lease (village_id, growing_season_id, plot_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX lease_of_head ON lease (village_id, growing_season_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX lease_of_household ON lease (village_id, household_id);

SELECT azalea_isolate('land_bounds', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('plot', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('convention', 'SELECT, INSERT');
SELECT azalea_isolate('growing_season', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('lease', 'SELECT, INSERT, UPDATE');

-- The land stands in `plot`.
ALTER TABLE subject DROP COLUMN area_square_metres, DROP COLUMN longitude_e7, DROP COLUMN latitude_e7;
