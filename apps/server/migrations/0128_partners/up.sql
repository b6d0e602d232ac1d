-- Shops, canteens and carriers that tell what became of packs, as EPCIS 2.0. It is their word: kept as
-- it came and never changed, and no record of the village but by its hash.
CREATE TABLE partner (
  village_id text NOT NULL REFERENCES village,
  partner_id uuid NOT NULL,
  code text NOT NULL,               -- in its key
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('shop', 'canteen', 'carrier', 'trader')),
  key_no integer NOT NULL DEFAULT 1, -- the key follows from it; an earlier one opens nothing
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (village_id, partner_id),
  UNIQUE (village_id, code)
);

-- What came with one request, and what became of it.
CREATE TABLE capture (
  village_id text NOT NULL,
  capture_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  on_error text NOT NULL CHECK (on_error IN ('rollback', 'proceed')),
  event_count integer NOT NULL CHECK (event_count > 0),
  checked text,                     -- JSON: what is to be kept of it, until it is
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  stored_count integer NOT NULL DEFAULT 0,
  repeated_count integer NOT NULL DEFAULT 0,
  unknown_count integer NOT NULL DEFAULT 0, -- names of things that are no packs of the village
  fault_count integer NOT NULL DEFAULT 0,
  faults text NOT NULL DEFAULT '[]',        -- JSON: the first of them
  PRIMARY KEY (village_id, capture_id),
  FOREIGN KEY (village_id, partner_id) REFERENCES partner,
  CHECK ((checked IS NULL) = (finished_at IS NOT NULL))
);
CREATE INDEX capture_of_partner ON capture (village_id, partner_id, created_at);
CREATE INDEX capture_waiting ON capture (village_id, created_at) WHERE finished_at IS NULL;

CREATE TABLE partner_event (
  village_id text NOT NULL,
  partner_event_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  capture_id uuid NOT NULL,
  told_id text NOT NULL,            -- its eventID, or one that follows from what it says
  digest text NOT NULL,             -- SHA-256 of its canonical form
  happened_at timestamptz NOT NULL,
  step text CHECK (step IN ('received', 'shipped', 'stored', 'sold')), -- null: what is told of no pack
  event text NOT NULL,              -- its canonical form
  wrong_since timestamptz,          -- declared by who told it
  PRIMARY KEY (village_id, partner_event_id),
  UNIQUE (village_id, partner_id, told_id),
  FOREIGN KEY (village_id, capture_id) REFERENCES capture
);

CREATE INDEX partner_event_latest ON partner_event (village_id, partner_id, partner_event_id);

-- Of which packs it is; serial 0 stands for some packs of the packing.
CREATE TABLE partner_event_pack (
  village_id text NOT NULL,
  packing_id uuid NOT NULL,
  serial integer NOT NULL CHECK (serial >= 0),
  partner_event_id uuid NOT NULL,
  PRIMARY KEY (village_id, packing_id, serial, partner_event_id),
  FOREIGN KEY (village_id, packing_id) REFERENCES packing,
  FOREIGN KEY (village_id, partner_event_id) REFERENCES partner_event
);

CREATE INDEX pack_of_partner_event ON partner_event_pack (village_id, partner_event_id);

SELECT azalea_isolate('partner', 'SELECT, INSERT, UPDATE (key_no, ended_at)');
SELECT azalea_isolate('capture', 'SELECT, INSERT, UPDATE (checked, finished_at, stored_count, repeated_count, unknown_count, fault_count, faults)');
SELECT azalea_isolate('partner_event', 'SELECT, INSERT, UPDATE (wrong_since)');
SELECT azalea_isolate('partner_event_pack', 'SELECT, INSERT');
