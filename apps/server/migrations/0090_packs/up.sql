-- Lots washed and packed at once: what went in is what came out, and what was lost.
CREATE TABLE packing (
  village_id text NOT NULL REFERENCES village,
  packing_id uuid NOT NULL,
  number text NOT NULL,             -- with which the numbers of its packs begin
  crop text NOT NULL,
  pack_count integer NOT NULL CHECK (pack_count >= 0),
  loss_grams bigint NOT NULL CHECK (loss_grams >= 0),
  loss_because text CHECK (loss_because IN ('trimmed', 'spoilt', 'spilt', 'sampled')),
  best_before date,
  packed_by uuid NOT NULL,
  packed_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, packing_id),
  UNIQUE (village_id, number),
  CHECK ((loss_grams = 0) = (loss_because IS NULL)),
  CHECK ((pack_count = 0) = (best_before IS NULL)),
  CHECK (pack_count > 0 OR loss_grams > 0)
);
CREATE INDEX packing_latest ON packing (village_id, packed_at, packing_id);

CREATE TABLE packing_lot (
  village_id text NOT NULL,
  packing_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  grams bigint NOT NULL CHECK (grams > 0),
  PRIMARY KEY (village_id, packing_id, lot_id),
  FOREIGN KEY (village_id, packing_id) REFERENCES packing,
  FOREIGN KEY (village_id, lot_id) REFERENCES harvest_lot
);
CREATE INDEX packing_of_lot ON packing_lot (village_id, lot_id);

CREATE TABLE pack (
  village_id text NOT NULL,
  pack_id uuid NOT NULL,
  packing_id uuid NOT NULL,
  serial integer NOT NULL CHECK (serial > 0),
  net_grams integer NOT NULL CHECK (net_grams > 0),
  PRIMARY KEY (village_id, pack_id),
  UNIQUE (village_id, packing_id, serial),
  FOREIGN KEY (village_id, packing_id) REFERENCES packing
);

ALTER TABLE hold ADD FOREIGN KEY (village_id, pack_id) REFERENCES pack;

SELECT azalea_isolate('packing', 'SELECT, INSERT');
SELECT azalea_isolate('packing_lot', 'SELECT, INSERT');
SELECT azalea_isolate('pack', 'SELECT, INSERT');
