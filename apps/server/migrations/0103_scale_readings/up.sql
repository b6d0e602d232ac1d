-- What the server read itself of a scale on a serial line; a weigh-in that claims to be read names one.
CREATE TABLE scale_reading (
  village_id text NOT NULL,
  reading_id uuid NOT NULL,
  scale_id uuid NOT NULL,
  grams bigint NOT NULL,
  read_by uuid NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, reading_id),
  FOREIGN KEY (village_id, scale_id) REFERENCES scale
);

ALTER TABLE weigh_in ADD COLUMN reading_id uuid;
ALTER TABLE weigh_in ADD FOREIGN KEY (village_id, reading_id) REFERENCES scale_reading;
ALTER TABLE weigh_in ADD UNIQUE (village_id, reading_id);
-- Earlier ones were read by a telephone's word alone.
ALTER TABLE weigh_in ADD CHECK ((weighed_how = 'serial') = (reading_id IS NOT NULL)) NOT VALID;

SELECT azalea_isolate('scale_reading', 'SELECT, INSERT');
