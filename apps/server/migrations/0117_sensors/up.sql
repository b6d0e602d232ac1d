-- What measures on a plot. Readings are no records of the village: they are kept for some days as they
-- came, and as sums of each hour.
CREATE TABLE sensor (
  village_id text NOT NULL,
  sensor_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  code text NOT NULL,               -- in its topic and its token
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('soil_moisture', 'temperature', 'light', 'rain', 'scale')),
  speaks text NOT NULL CHECK (speaks IN ('mqtt', 'http')),
  token_no integer NOT NULL DEFAULT 1, -- the token follows from it; an earlier one opens nothing
  is_public boolean NOT NULL,
  placed_by uuid NOT NULL,
  placed_at timestamptz NOT NULL,
  retired_at timestamptz,
  PRIMARY KEY (village_id, sensor_id),
  UNIQUE (village_id, code),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot
);
CREATE INDEX sensor_of_plot ON sensor (village_id, plot_id);

-- What was last heard of a sensor: apart from it, since it changes every minute.
CREATE TABLE sensor_state (
  village_id text NOT NULL,
  sensor_id uuid NOT NULL,
  last_at timestamptz,
  last_thousandths integer,
  refused bigint NOT NULL DEFAULT 0,
  refused_code text,                -- the last one
  refused_at timestamptz,
  PRIMARY KEY (village_id, sensor_id)
) WITH (fillfactor = 50);

-- A thousand sensors write a million and a half of these a day: no reference is looked up for each.
CREATE TABLE sensor_reading (
  village_id text NOT NULL,
  at timestamptz NOT NULL,
  sensor_id uuid NOT NULL,
  thousandths integer NOT NULL,     -- of the unit of its kind
  PRIMARY KEY (village_id, at, sensor_id)
);

CREATE TABLE sensor_hour (
  village_id text NOT NULL,
  sensor_id uuid NOT NULL,
  hour timestamptz NOT NULL,
  readings integer NOT NULL CHECK (readings > 0),
  least integer NOT NULL,
  most integer NOT NULL,
  sum bigint NOT NULL,
  PRIMARY KEY (village_id, sensor_id, hour)
) WITH (fillfactor = 80);

-- One for each episode; it is a record of the village.
CREATE TABLE sensor_alarm (
  village_id text NOT NULL,
  alarm_id uuid NOT NULL,
  sensor_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('dry', 'wet', 'frost', 'hot', 'rainstorm')),
  thousandths integer NOT NULL,
  begun_at timestamptz NOT NULL,
  told_at timestamptz,              -- to the household; not at night
  ended_at timestamptz,
  PRIMARY KEY (village_id, alarm_id),
  FOREIGN KEY (village_id, sensor_id) REFERENCES sensor
);
CREATE UNIQUE INDEX sensor_alarm_running ON sensor_alarm (village_id, sensor_id) WHERE ended_at IS NULL;
CREATE INDEX sensor_alarm_of_sensor ON sensor_alarm (village_id, sensor_id, begun_at);

-- What came for no sensor of the village, by day and reason.
CREATE TABLE sensor_stray (
  village_id text NOT NULL REFERENCES village,
  day date NOT NULL,
  code text NOT NULL,
  count bigint NOT NULL,
  last_topic text NOT NULL,
  PRIMARY KEY (village_id, day, code)
);

SELECT azalea_isolate('sensor', 'SELECT, INSERT, UPDATE (token_no, is_public, retired_at)');
SELECT azalea_isolate('sensor_state', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('sensor_reading', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('sensor_hour', 'SELECT, INSERT, UPDATE, DELETE');
SELECT azalea_isolate('sensor_alarm', 'SELECT, INSERT, UPDATE (told_at, ended_at)');
SELECT azalea_isolate('sensor_stray', 'SELECT, INSERT, UPDATE, DELETE');
