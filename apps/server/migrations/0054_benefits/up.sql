-- Scarce things in turn: rules of order, offers, claims, queues, turns.
CREATE TABLE order_rule (
  village_id text NOT NULL REFERENCES village,
  order_rule_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  body jsonb NOT NULL,
  body_hash bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'adopted')),
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  adopted_by uuid,
  adopted_at timestamptz,
  resolution jsonb,
  PRIMARY KEY (village_id, order_rule_id),
  CHECK ((state = 'adopted') = (num_nonnulls(adopted_by, adopted_at, resolution) = 3))
);

CREATE TABLE offer (
  village_id text NOT NULL REFERENCES village,
  offer_id uuid NOT NULL,
  kind text NOT NULL,
  title_zh text NOT NULL,
  title_en text,
  words_zh text NOT NULL,
  words_en text,
  unit text NOT NULL,
  supply_quantity bigint NOT NULL CHECK (supply_quantity > 0),   -- in the small measure of the unit
  most_quantity bigint NOT NULL CHECK (most_quantity > 0),
  order_rule_id uuid NOT NULL,
  honour_since date,
  group_nos smallint[] NOT NULL,                                 -- empty: all
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  answer_within_days smallint NOT NULL CHECK (answer_within_days BETWEEN 1 AND 14),
  publishes text NOT NULL CHECK (publishes IN ('masked_names', 'places_only')),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'announced', 'drawn', 'settled', 'cancelled')),
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  published_by uuid,
  published_at timestamptz,
  announced_at timestamptz,
  announced_record_id uuid,         -- the checkpoint that first covers it is the seed
  queue_hash bytea,
  honour_through date,
  honour_before date,
  drawn_at timestamptz,
  checkpoint text,                  -- origin, size and root as they were signed
  left_quantity bigint CHECK (left_quantity >= 0),
  floor_quantity bigint CHECK (floor_quantity >= 0),
  settled_at timestamptz,
  kept_left_quantity bigint CHECK (kept_left_quantity >= 0),
  kept_settled_at timestamptz,
  cancel_reason text,
  PRIMARY KEY (village_id, offer_id),
  FOREIGN KEY (village_id, order_rule_id) REFERENCES order_rule,
  CHECK (closes_at > opens_at),
  CHECK ((drawn_at IS NULL) = (checkpoint IS NULL)),
  CHECK ((drawn_at IS NULL) = (left_quantity IS NULL)),
  CHECK ((drawn_at IS NULL) = (floor_quantity IS NULL))
);
CREATE INDEX offer_by_close ON offer (village_id, closes_at, offer_id);
CREATE INDEX offer_running ON offer (village_id, offer_id)
  WHERE state IN ('published', 'announced', 'drawn') OR (state = 'settled' AND kept_settled_at IS NULL);

CREATE TABLE offer_claim (
  village_id text NOT NULL,
  offer_id uuid NOT NULL,
  household_id uuid NOT NULL,
  person_id uuid NOT NULL,
  claimant text NOT NULL,           -- as the log names the household in this offer, and in no other
  wanted_quantity bigint NOT NULL CHECK (wanted_quantity > 0),
  least_quantity bigint NOT NULL CHECK (least_quantity BETWEEN 1 AND wanted_quantity),
  channel text NOT NULL CHECK (channel IN ('app', 'oral', 'written')),
  entered_by uuid,                  -- null: themselves
  claimed_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (village_id, offer_id, household_id),
  UNIQUE (village_id, offer_id, claimant),
  FOREIGN KEY (village_id, offer_id) REFERENCES offer
);
CREATE INDEX offer_claim_by_household ON offer_claim (village_id, household_id, offer_id);

CREATE TABLE offer_turn (
  village_id text NOT NULL,
  offer_id uuid NOT NULL,
  household_id uuid NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  ahead_by text,
  honour_hundredths bigint NOT NULL,
  received_quantity bigint NOT NULL,
  waited_offers integer NOT NULL,
  outcome text NOT NULL,            -- of the draw
  given_quantity bigint NOT NULL CHECK (given_quantity >= 0),   -- called for; of an ended turn what was taken
  called_quantity bigint NOT NULL CHECK (called_quantity >= given_quantity),
  state text NOT NULL CHECK (state IN ('waiting', 'called', 'accepted', 'declined', 'lapsed', 'struck')),
  due_on date,
  is_disputed boolean NOT NULL DEFAULT false,
  is_protected boolean NOT NULL,    -- the village voted to protect the household: stands nowhere else
  ended_at timestamptz,
  PRIMARY KEY (village_id, offer_id, household_id),
  UNIQUE (village_id, offer_id, place),
  FOREIGN KEY (village_id, offer_id, household_id) REFERENCES offer_claim,
  CHECK (state <> 'called' OR (due_on IS NOT NULL AND given_quantity > 0))
);
CREATE INDEX offer_turn_by_household ON offer_turn (village_id, household_id, offer_id);

-- Of the share that is kept for protected households, once the queue is settled.
CREATE TABLE kept_turn (
  village_id text NOT NULL,
  offer_id uuid NOT NULL,
  household_id uuid NOT NULL,
  given_quantity bigint NOT NULL CHECK (given_quantity >= 0),
  state text NOT NULL CHECK (state IN ('called', 'accepted', 'declined', 'lapsed')),
  due_on date NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (village_id, offer_id, household_id),
  FOREIGN KEY (village_id, offer_id, household_id) REFERENCES offer_turn
);

-- What a household has had of a kind of offer in the queues that are settled.
CREATE TABLE offer_history (
  village_id text NOT NULL REFERENCES village,
  kind text NOT NULL,
  unit text NOT NULL,
  household_id uuid NOT NULL,
  received_quantity bigint NOT NULL CHECK (received_quantity >= 0),
  waited_offers integer NOT NULL CHECK (waited_offers >= 0),
  PRIMARY KEY (village_id, kind, unit, household_id)
);

CREATE TABLE turn_objection (
  village_id text NOT NULL,
  objection_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  household_id uuid NOT NULL,       -- whose turn it is about
  claimer_id uuid NOT NULL,
  objector_id uuid NOT NULL,
  objector_household_id uuid NOT NULL,
  words text,
  raised_at timestamptz NOT NULL,
  due_on date NOT NULL,
  outcome text CHECK (outcome IN ('upheld', 'dismissed')),
  decided_by uuid,
  decided_at timestamptz,
  reasons text,
  PRIMARY KEY (village_id, objection_id),
  FOREIGN KEY (village_id, offer_id, household_id) REFERENCES offer_turn,
  CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE INDEX turn_objection_by_turn ON turn_objection (village_id, offer_id, household_id);

-- Households that the village voted to protect; who they are stands in no public place.
CREATE TABLE protected_household (
  village_id text NOT NULL REFERENCES village,
  household_id uuid NOT NULL,
  resolved_on date NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, household_id)
);

SELECT azalea_isolate('order_rule', 'SELECT, INSERT, UPDATE (state, adopted_by, adopted_at, resolution)');
SELECT azalea_isolate('offer', 'SELECT, INSERT, UPDATE (state, published_by, published_at, announced_at, announced_record_id, queue_hash, honour_through, honour_before, drawn_at, checkpoint, left_quantity, floor_quantity, settled_at, kept_left_quantity, kept_settled_at, cancel_reason)');
SELECT azalea_isolate('offer_claim', 'SELECT, INSERT, UPDATE (person_id, wanted_quantity, least_quantity, channel, entered_by, changed_at, withdrawn_at)');
SELECT azalea_isolate('offer_turn', 'SELECT, INSERT, UPDATE (given_quantity, called_quantity, state, due_on, is_disputed, ended_at)');
SELECT azalea_isolate('kept_turn', 'SELECT, INSERT, UPDATE (given_quantity, state, due_on, ended_at)');
SELECT azalea_isolate('offer_history', 'SELECT, INSERT, UPDATE (received_quantity, waited_offers)');
SELECT azalea_isolate('turn_objection', 'SELECT, INSERT, UPDATE (words, outcome, decided_by, decided_at, reasons)');
SELECT azalea_isolate('protected_household', 'SELECT, INSERT, DELETE');
