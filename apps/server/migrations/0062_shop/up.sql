-- What a household spent of its wallet, or (below zero) got back: told to the log as one sum a week.
CREATE TABLE wallet_spending (
  village_id text NOT NULL REFERENCES village,
  spending_id uuid NOT NULL,
  household_id uuid NOT NULL,
  points_hundredths bigint NOT NULL CHECK (points_hundredths <> 0),
  spent_at timestamptz NOT NULL,
  counted_at timestamptz,           -- null: it waits for the end of its week
  PRIMARY KEY (village_id, spending_id)
);
CREATE INDEX wallet_spending_to_count ON wallet_spending (village_id, household_id, spent_at)
  WHERE counted_at IS NULL;

-- The points shop.
CREATE TABLE shop (
  village_id text NOT NULL REFERENCES village,
  budget_id uuid NOT NULL,          -- what is handed over is paid from it
  chosen_by uuid NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (village_id),
  FOREIGN KEY (village_id, budget_id) REFERENCES budget
);

CREATE TABLE shop_opening (
  village_id text NOT NULL REFERENCES village,
  opening_id uuid NOT NULL,
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  announced_by uuid NOT NULL,
  announced_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  PRIMARY KEY (village_id, opening_id),
  CHECK (closes_at > opens_at)
);
CREATE INDEX shop_opening_by_close ON shop_opening (village_id, closes_at);

-- Goods that came in together. What is reserved has left.
CREATE TABLE stock_lot (
  village_id text NOT NULL REFERENCES village,
  lot_id uuid NOT NULL,
  good_ref text NOT NULL,
  entered_quantity integer NOT NULL CHECK (entered_quantity > 0),
  left_quantity integer NOT NULL CONSTRAINT stock_never_below_zero CHECK (left_quantity >= 0),
  unit_cost_fen bigint NOT NULL CHECK (unit_cost_fen >= 0),
  expires_on date,                  -- the last day on which it is handed over
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, lot_id)
);
CREATE INDEX stock_lot_of_good ON stock_lot (village_id, good_ref, expires_on, lot_id);

CREATE TABLE purchase (
  village_id text NOT NULL REFERENCES village,
  purchase_id uuid NOT NULL,
  household_id uuid NOT NULL,
  household_code text NOT NULL,
  person_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('app', 'oral', 'written')),
  entered_by uuid,                  -- null: themselves
  good_ref text NOT NULL,
  name_zh text NOT NULL,            -- as the sheet said when it was reserved
  name_en text NOT NULL,
  unit_zh text NOT NULL,
  unit_en text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  unit_points_hundredths bigint NOT NULL CHECK (unit_points_hundredths > 0),
  cost_fen bigint NOT NULL CHECK (cost_fen >= 0),
  return_days smallint NOT NULL CHECK (return_days >= 0),
  state text NOT NULL CHECK (state IN ('reserved', 'handed', 'fetched', 'cancelled', 'lapsed')),
  reserved_at timestamptz NOT NULL,
  fetch_until timestamptz NOT NULL,
  handed_by uuid,
  handed_at timestamptz,
  signed_by uuid,
  fetched_at timestamptz,
  ended_at timestamptz,
  returned_quantity integer NOT NULL DEFAULT 0 CHECK (returned_quantity BETWEEN 0 AND quantity),
  returned_at timestamptz,
  returned_to uuid,
  PRIMARY KEY (village_id, purchase_id),
  CHECK ((state IN ('handed', 'fetched')) = (handed_at IS NOT NULL)),
  CHECK ((state = 'fetched') = (fetched_at IS NOT NULL)),
  CHECK ((handed_at IS NULL) = (handed_by IS NULL)),
  CHECK ((fetched_at IS NULL) = (signed_by IS NULL)),
  CHECK ((state IN ('cancelled', 'lapsed')) = (ended_at IS NOT NULL)),
  CHECK ((returned_quantity > 0) = (returned_at IS NOT NULL)),
  CHECK (returned_at IS NULL OR state = 'fetched')
);
CREATE INDEX purchase_of_household ON purchase (village_id, household_id, reserved_at);
CREATE INDEX purchase_by_code ON purchase (village_id, household_code);
CREATE INDEX purchase_open ON purchase (village_id, fetch_until) WHERE state IN ('reserved', 'handed');

CREATE TABLE purchase_lot (
  village_id text NOT NULL,
  purchase_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  back_quantity integer NOT NULL DEFAULT 0 CHECK (back_quantity BETWEEN 0 AND quantity),
  PRIMARY KEY (village_id, purchase_id, lot_id),
  FOREIGN KEY (village_id, purchase_id) REFERENCES purchase,
  FOREIGN KEY (village_id, lot_id) REFERENCES stock_lot
);
CREATE INDEX purchase_lot_of_lot ON purchase_lot (village_id, lot_id);

-- What a count of the stock found other than the book says: counts once two households signed.
CREATE TABLE stock_move (
  village_id text NOT NULL,
  move_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity <> 0),
  why text NOT NULL CHECK (why IN ('counted', 'spoiled', 'expired')),
  words text,                       -- null once their author is erased
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'signed', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  PRIMARY KEY (village_id, move_id),
  FOREIGN KEY (village_id, lot_id) REFERENCES stock_lot,
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);
CREATE INDEX stock_move_of_lot ON stock_move (village_id, lot_id);
CREATE INDEX stock_move_open ON stock_move (village_id, proposed_at) WHERE state = 'proposed';

SELECT azalea_isolate('wallet_spending', 'SELECT, INSERT, UPDATE (counted_at)');
SELECT azalea_isolate('shop', 'SELECT, INSERT, UPDATE (budget_id, chosen_by, chosen_at)');
SELECT azalea_isolate('shop_opening', 'SELECT, INSERT, UPDATE (cancelled_at)');
SELECT azalea_isolate('stock_lot', 'SELECT, INSERT, UPDATE (left_quantity)');
SELECT azalea_isolate('purchase', 'SELECT, INSERT, UPDATE (state, handed_by, handed_at, signed_by, fetched_at, ended_at, returned_quantity, returned_at, returned_to)');
SELECT azalea_isolate('purchase_lot', 'SELECT, INSERT, UPDATE (back_quantity)');
SELECT azalea_isolate('stock_move', 'SELECT, INSERT, UPDATE (words, state, decided_by, decided_at)');
