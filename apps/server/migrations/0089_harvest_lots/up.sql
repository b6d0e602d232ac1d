-- An amount of one crop of one declared harvest, as it was weighed.
CREATE TABLE harvest_lot (
  village_id text NOT NULL,
  lot_id uuid NOT NULL,
  number text NOT NULL,             -- for people: the day and four symbols
  harvest_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  crop text NOT NULL,
  harvested_on date NOT NULL,
  origin text NOT NULL CHECK (origin IN ('weigh_in', 'brought')),
  weigh_in_id uuid,
  grade text NOT NULL CHECK (grade IN ('first', 'second', 'third')),
  grams bigint NOT NULL CHECK (grams > 0),
  left_grams bigint NOT NULL,
  grower_id uuid NOT NULL,
  household_id uuid NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, lot_id),
  UNIQUE (village_id, number),
  UNIQUE (village_id, weigh_in_id),
  FOREIGN KEY (village_id, harvest_id) REFERENCES harvest_declaration,
  FOREIGN KEY (village_id, plot_id) REFERENCES plot,
  CHECK (left_grams BETWEEN 0 AND grams),
  CHECK ((origin = 'weigh_in') = (weigh_in_id IS NOT NULL))
);
CREATE INDEX harvest_lot_of_harvest ON harvest_lot (village_id, harvest_id);
CREATE INDEX harvest_lot_of_plot ON harvest_lot (village_id, plot_id, harvested_on);
CREATE INDEX harvest_lot_of_household ON harvest_lot (village_id, household_id);
CREATE INDEX harvest_lot_latest ON harvest_lot (village_id, opened_at, lot_id);

-- What must not be packed or sold, until two persons lift it. A residue test holds beside it.
CREATE TABLE hold (
  village_id text NOT NULL REFERENCES village,
  hold_id uuid NOT NULL,
  reach text NOT NULL CHECK (reach IN ('pack', 'lot', 'plot', 'product', 'substance')),
  pack_id uuid,
  lot_id uuid,
  plot_id uuid,
  named text,                       -- the registration number, or the substance
  because text NOT NULL,
  placed_by uuid NOT NULL,
  placed_at timestamptz NOT NULL,
  lift_because text,
  proposed_by uuid,                 -- who would lift it
  proposer_household_id uuid,
  proposed_at timestamptz,
  lifted_by uuid,
  lifted_at timestamptz,
  PRIMARY KEY (village_id, hold_id),
  FOREIGN KEY (village_id, lot_id) REFERENCES harvest_lot,
  FOREIGN KEY (village_id, plot_id) REFERENCES plot,
  CHECK ((reach = 'pack') = (pack_id IS NOT NULL)),
  CHECK ((reach = 'lot') = (lot_id IS NOT NULL)),
  CHECK ((reach = 'plot') = (plot_id IS NOT NULL)),
  CHECK ((reach IN ('product', 'substance')) = (named IS NOT NULL)),
  CHECK ((proposed_by IS NULL) = (proposed_at IS NULL)),
  CHECK ((proposed_by IS NULL) = (lift_because IS NULL)),
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)),
  CHECK (lifted_by IS NULL OR proposed_by IS NOT NULL)
);
CREATE INDEX hold_open ON hold (village_id, placed_at) WHERE lifted_at IS NULL;
CREATE INDEX application_of_product ON application (village_id, registration_number);
CREATE INDEX application_of_substance ON application USING gin (substances);

SELECT azalea_isolate('harvest_lot', 'SELECT, INSERT, UPDATE (left_grams)');
SELECT azalea_isolate('hold', 'SELECT, INSERT, UPDATE (lift_because, proposed_by, proposer_household_id, proposed_at, lifted_by, lifted_at)');
