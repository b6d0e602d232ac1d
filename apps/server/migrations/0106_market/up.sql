-- Packs on sale to people of the city: one crop and net weight at one price, offered by two persons.
-- Another price is another product.
CREATE TABLE market_product (
  village_id text NOT NULL REFERENCES village,
  product_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  crop text NOT NULL,
  net_grams integer NOT NULL CHECK (net_grams > 0),
  price_fen integer NOT NULL CHECK (price_fen > 0),
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (village_id, product_id),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX market_product_offered ON market_product (village_id, crop, net_grams)
  WHERE confirmed_at IS NOT NULL AND withdrawn_at IS NULL;

-- Where orders are fetched, or from where a round takes them to the door.
CREATE TABLE market_point (
  village_id text NOT NULL REFERENCES village,
  point_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pick_up', 'delivery')),
  name text NOT NULL,
  place text NOT NULL,              -- where it is; of a round: where it goes
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (village_id, point_id)
);

-- Some hours at a point, with room for so many orders.
CREATE TABLE market_slot (
  village_id text NOT NULL,
  slot_id uuid NOT NULL,
  point_id uuid NOT NULL,
  orders_until timestamptz NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  capacity integer NOT NULL CHECK (capacity > 0),
  taken integer NOT NULL DEFAULT 0,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, slot_id),
  FOREIGN KEY (village_id, point_id) REFERENCES market_point,
  CHECK (orders_until <= starts_at AND starts_at < ends_at),
  CHECK (taken BETWEEN 0 AND capacity)
);
CREATE INDEX market_slot_by_time ON market_slot (village_id, starts_at);

-- Somebody of the city, known by a telephone that was proved; forgotten after a term.
CREATE TABLE market_customer (
  village_id text NOT NULL REFERENCES village,
  customer_id uuid NOT NULL,
  phone_hash text,
  phone text,
  name text,
  address text,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  forgotten_at timestamptz,
  PRIMARY KEY (village_id, customer_id),
  UNIQUE (village_id, phone_hash),
  CHECK ((phone IS NULL) = (phone_hash IS NULL)),
  CHECK (forgotten_at IS NULL OR (phone IS NULL AND name IS NULL AND address IS NULL))
);

CREATE TABLE market_session (
  village_id text NOT NULL,
  session_hash text NOT NULL,
  customer_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, session_hash),
  FOREIGN KEY (village_id, customer_id) REFERENCES market_customer
);
CREATE INDEX market_session_of_customer ON market_session (village_id, customer_id);

-- Codes asked for from one address, whatever telephones they went to.
CREATE TABLE market_code_request (
  village_id text NOT NULL REFERENCES village,
  address_hash text NOT NULL,
  requested_at timestamptz NOT NULL,
  request_id uuid NOT NULL,
  PRIMARY KEY (village_id, address_hash, requested_at, request_id)
);

CREATE TABLE market_order (
  village_id text NOT NULL REFERENCES village,
  order_id uuid NOT NULL,
  number text NOT NULL,             -- for people
  code text NOT NULL,               -- with which it is fetched
  channel text NOT NULL CHECK (channel IN ('online', 'till')),
  state text NOT NULL CHECK (state IN ('reserved', 'paid', 'handed_over', 'cancelled', 'lapsed', 'refunded')),
  customer_id uuid,
  slot_id uuid,
  name text,                        -- of the customer, as long as somebody needs it
  address text,                     -- where a round takes it
  address_hash text,                -- from where it was ordered
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  placed_at timestamptz NOT NULL,
  pay_by timestamptz,
  paid_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  PRIMARY KEY (village_id, order_id),
  UNIQUE (village_id, number),
  FOREIGN KEY (village_id, customer_id) REFERENCES market_customer,
  FOREIGN KEY (village_id, slot_id) REFERENCES market_slot,
  CHECK ((channel = 'online') = (customer_id IS NOT NULL)),
  CHECK ((channel = 'online') = (slot_id IS NOT NULL)),
  CHECK ((channel = 'online') = (pay_by IS NOT NULL)),
  CHECK (state IN ('reserved', 'paid') OR ended_at IS NOT NULL)
);
CREATE INDEX market_order_of_customer ON market_order (village_id, customer_id, placed_at);
CREATE INDEX market_order_of_slot ON market_order (village_id, slot_id, placed_at);
CREATE INDEX market_order_from_address ON market_order (village_id, address_hash, placed_at);
CREATE INDEX market_order_by_code ON market_order (village_id, code);
CREATE INDEX market_order_open ON market_order (village_id, pay_by) WHERE state = 'reserved';

-- The packs of an order. A pack stands in one order at a time: it is sold once, whoever asks at once.
CREATE TABLE market_order_pack (
  village_id text NOT NULL,
  order_id uuid NOT NULL,
  pack_id uuid NOT NULL,
  product_id uuid NOT NULL,
  price_fen integer NOT NULL,
  is_missing boolean NOT NULL DEFAULT false, -- could not be handed over; is nobody's any more
  released_at timestamptz,          -- went back into stock
  PRIMARY KEY (village_id, order_id, pack_id),
  FOREIGN KEY (village_id, order_id) REFERENCES market_order,
  FOREIGN KEY (village_id, pack_id) REFERENCES pack,
  FOREIGN KEY (village_id, product_id) REFERENCES market_product,
  CHECK (NOT is_missing OR released_at IS NULL)
);
CREATE UNIQUE INDEX market_pack_sold_once ON market_order_pack (village_id, pack_id) WHERE released_at IS NULL;
CREATE INDEX packing_by_crop ON packing (village_id, crop, best_before);

-- Money that a provider takes for an order; ends once.
CREATE TABLE market_payment (
  village_id text NOT NULL,
  payment_id uuid NOT NULL,
  number text NOT NULL,             -- by which the provider knows it
  order_id uuid NOT NULL,
  provider text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'paid', 'failed', 'closed')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  transaction_id text,              -- the provider's
  opened_at timestamptz NOT NULL,
  asked_at timestamptz,             -- when the provider was first asked for it
  ended_at timestamptz,
  PRIMARY KEY (village_id, payment_id),
  UNIQUE (village_id, number),
  UNIQUE (village_id, order_id),
  FOREIGN KEY (village_id, order_id) REFERENCES market_order,
  CHECK ((state = 'pending') = (ended_at IS NULL)),
  CHECK ((state = 'paid') = (transaction_id IS NOT NULL))
);
CREATE INDEX market_payment_pending ON market_payment (village_id, opened_at) WHERE state = 'pending';

CREATE TABLE market_refund (
  village_id text NOT NULL,
  refund_id uuid NOT NULL,
  number text NOT NULL,
  order_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  because text NOT NULL CHECK (because IN ('cancelled', 'missing', 'recalled', 'late')),
  state text NOT NULL CHECK (state IN ('pending', 'done', 'failed')),
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (village_id, refund_id),
  UNIQUE (village_id, number),
  FOREIGN KEY (village_id, order_id) REFERENCES market_order,
  FOREIGN KEY (village_id, payment_id) REFERENCES market_payment,
  CHECK ((state = 'pending') = (ended_at IS NULL))
);
CREATE INDEX market_refund_pending ON market_refund (village_id, opened_at) WHERE state = 'pending';
CREATE INDEX market_refund_of_order ON market_refund (village_id, order_id);

SELECT azalea_isolate('market_product', 'SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at)');
SELECT azalea_isolate('market_point', 'SELECT, INSERT, UPDATE (closed_at)');
SELECT azalea_isolate('market_slot', 'SELECT, INSERT, UPDATE (taken)');
SELECT azalea_isolate('market_customer', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('market_session', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('market_code_request', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('market_order', 'SELECT, INSERT, UPDATE (state, name, address, address_hash, paid_at, ended_at, ended_by)');
SELECT azalea_isolate('market_order_pack', 'SELECT, INSERT, UPDATE (is_missing, released_at)');
SELECT azalea_isolate('market_payment', 'SELECT, INSERT, UPDATE (state, transaction_id, asked_at, ended_at)');
SELECT azalea_isolate('market_refund', 'SELECT, INSERT, UPDATE (state, ended_at)');
