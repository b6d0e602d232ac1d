-- What people of the city adopt is ordered and paid like packs: an order without packs and hours.
ALTER TABLE market_order
  DROP CONSTRAINT market_order_channel_check,
  DROP CONSTRAINT market_order_check,
  DROP CONSTRAINT market_order_check2,
  ADD CONSTRAINT market_order_channel_check CHECK (channel IN ('online', 'till', 'adoption')),
  ADD CONSTRAINT market_order_customer_check CHECK ((channel = 'till') = (customer_id IS NULL)),
  ADD CONSTRAINT market_order_pay_by_check CHECK ((channel = 'till') = (pay_by IS NULL));
ALTER TABLE market_refund
  DROP CONSTRAINT market_refund_because_check,
  ADD CONSTRAINT market_refund_because_check
    CHECK (because IN ('cancelled', 'missing', 'recalled', 'late', 'harvest_failed'));

-- What adopters agree to, in editions; what happens when a harvest fails follows from its row.
CREATE TABLE adoption_contract (
  village_id text NOT NULL REFERENCES village,
  edition integer NOT NULL CHECK (edition > 0),
  words_zh text NOT NULL,
  words_en text,
  failure text NOT NULL CHECK (failure IN ('refund', 'next_season')),
  refund_permille integer NOT NULL CHECK (refund_permille BETWEEN 0 AND 1000),
  document_hash bytea NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, edition),
  CHECK ((failure = 'refund') = (refund_permille > 0))
);

-- Shares of what a plot, a flock or a paddy gives in a season, at a price that two persons set.
CREATE TABLE adoption_offer (
  village_id text NOT NULL,
  offer_id uuid NOT NULL,
  plot_id uuid NOT NULL,
  growing_season_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('plot', 'flock', 'paddy')),
  name_zh text NOT NULL,
  name_en text,
  words_zh text NOT NULL,
  words_en text,
  price_fen integer NOT NULL CHECK (price_fen > 0),
  share_count integer NOT NULL CHECK (share_count BETWEEN 1 AND 500),
  crop text NOT NULL,
  unit text NOT NULL CHECK (unit IN ('gram', 'piece')),
  part text NOT NULL CHECK (part IN ('permille', 'fixed')),
  part_amount integer NOT NULL CHECK (part_amount > 0),
  edition integer NOT NULL,
  proposed_by uuid NOT NULL,
  proposer_household_id uuid,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  outcome text CHECK (outcome IN ('harvested', 'failed')),
  next_offer_id uuid,               -- whose shares those of a failed season become
  settled_by uuid,
  settled_at timestamptz,
  PRIMARY KEY (village_id, offer_id),
  FOREIGN KEY (village_id, plot_id) REFERENCES plot,
  FOREIGN KEY (village_id, growing_season_id) REFERENCES growing_season,
  FOREIGN KEY (village_id, edition) REFERENCES adoption_contract,
  FOREIGN KEY (village_id, next_offer_id) REFERENCES adoption_offer,
  CHECK (part = 'fixed' OR share_count * part_amount <= 1000),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CHECK ((settled_by IS NULL) = (settled_at IS NULL))
);

-- One share that somebody has. Where a failed season is made good by the next one, it ends, and
-- another of the same order begins.
CREATE TABLE adoption (
  village_id text NOT NULL,
  adoption_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  share_no integer NOT NULL CHECK (share_no > 0),
  order_id uuid NOT NULL,
  number text NOT NULL,             -- of its order
  customer_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('held', 'adopted', 'lapsed', 'harvested', 'failed', 'carried')),
  record_id uuid,                   -- that tells of it in the log
  begun_at timestamptz NOT NULL,
  adopted_at timestamptz,
  ended_at timestamptz,
  refund_fen bigint NOT NULL DEFAULT 0 CHECK (refund_fen >= 0),
  PRIMARY KEY (village_id, adoption_id),
  FOREIGN KEY (village_id, offer_id) REFERENCES adoption_offer,
  FOREIGN KEY (village_id, order_id) REFERENCES market_order,
  FOREIGN KEY (village_id, customer_id) REFERENCES market_customer
);
CREATE UNIQUE INDEX adoption_share_once ON adoption (village_id, offer_id, share_no) WHERE state <> 'lapsed';
CREATE UNIQUE INDEX adoption_running_of_order ON adoption (village_id, order_id) WHERE state IN ('held', 'adopted');
CREATE INDEX adoption_of_customer ON adoption (village_id, customer_id, begun_at);
CREATE INDEX adoption_by_number ON adoption (village_id, number);

CREATE TABLE adoption_harvest (
  village_id text NOT NULL,
  entry_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  harvested_on date NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, entry_id),
  FOREIGN KEY (village_id, offer_id) REFERENCES adoption_offer
);
CREATE INDEX adoption_harvest_of_offer ON adoption_harvest (village_id, offer_id);

CREATE TABLE adoption_delivery (
  village_id text NOT NULL,
  delivery_id uuid NOT NULL,
  adoption_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  delivered_on date NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, delivery_id),
  FOREIGN KEY (village_id, adoption_id) REFERENCES adoption
);
CREATE INDEX adoption_delivery_of_adoption ON adoption_delivery (village_id, adoption_id);

-- What the grower tells adopters; anybody where the grower agreed.
CREATE TABLE adoption_update (
  village_id text NOT NULL,
  update_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  words text,                       -- taken out with whoever wrote it
  photo_file_id uuid,
  is_public boolean NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, update_id),
  FOREIGN KEY (village_id, offer_id) REFERENCES adoption_offer
);
CREATE INDEX adoption_update_of_offer ON adoption_update (village_id, offer_id, written_at);

SELECT azalea_isolate('adoption_contract', 'SELECT, INSERT');
SELECT azalea_isolate('adoption_offer', 'SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, outcome, next_offer_id, settled_by, settled_at)');
SELECT azalea_isolate('adoption', 'SELECT, INSERT, UPDATE (state, record_id, adopted_at, ended_at, refund_fen)');
SELECT azalea_isolate('adoption_harvest', 'SELECT, INSERT');
SELECT azalea_isolate('adoption_delivery', 'SELECT, INSERT');
SELECT azalea_isolate('adoption_update', 'SELECT, INSERT, UPDATE (words, photo_file_id)');
