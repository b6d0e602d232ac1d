-- What GS1 lets a village call its packs: a company prefix, and a GTIN for the packs of one crop and net
-- weight. What was packed before keeps the address that is printed on it.
CREATE TABLE company_prefix (
  village_id text NOT NULL REFERENCES village,
  company_prefix_id uuid NOT NULL,
  prefix text NOT NULL CHECK (prefix ~ '^[0-9]{6,12}$'),
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,  -- the latest counts
  PRIMARY KEY (village_id, company_prefix_id)
);
CREATE INDEX company_prefix_latest ON company_prefix (village_id, entered_at);

CREATE TABLE trade_item (
  village_id text NOT NULL REFERENCES village,
  trade_item_id uuid NOT NULL,
  gtin text NOT NULL CHECK (gtin ~ '^[0-9]{14}$'),
  crop text NOT NULL,
  net_grams integer NOT NULL CHECK (net_grams > 0),
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (village_id, trade_item_id),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX trade_item_of_kind ON trade_item (village_id, crop, net_grams)
  WHERE ended_at IS NULL;
CREATE UNIQUE INDEX trade_item_of_gtin ON trade_item (village_id, gtin) WHERE ended_at IS NULL;

-- A GTIN does not name its village: where a scanned address leads. One is never given by two.
CREATE TABLE gtin_directory (
  gtin text PRIMARY KEY,
  village_id text NOT NULL REFERENCES village
);
GRANT SELECT, INSERT ON gtin_directory TO azalea_app;

-- As it stands on the label: null where its kind had none when it was packed.
ALTER TABLE pack ADD COLUMN gtin text;

SELECT azalea_isolate('company_prefix', 'SELECT, INSERT');
SELECT azalea_isolate('trade_item', 'SELECT, INSERT, UPDATE (ended_by, ended_at)');
