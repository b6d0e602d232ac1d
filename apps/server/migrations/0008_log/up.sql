-- What the log has not taken in yet. A row enters in the transaction that appends its record, by the
-- same statement (so no foreign key is checked for it), and leaves when the record gets its index.
CREATE TABLE record_pending (
  village_id text NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (village_id, record_id)
);

-- A village's log, and its successors should one ever have to be retired. The origin names the log
-- for ever, whatever address serves it later.
CREATE TABLE log (
  village_id text NOT NULL REFERENCES village,
  generation smallint NOT NULL CHECK (generation > 0),
  origin text NOT NULL,
  public_key bytea NOT NULL,        -- Ed25519
  wrapped_seed bytea NOT NULL,      -- its seed, wrapped by the server's master key
  begun_at timestamptz NOT NULL,
  begun_record_id uuid,             -- a successor's first entry: the final checkpoint of the log before it
  retired_at timestamptz,
  PRIMARY KEY (village_id, generation)
);

-- The one row of a log that changes: how far it has come, who may take it further, what is published.
CREATE TABLE log_head (
  village_id text NOT NULL,
  generation smallint NOT NULL,
  tree_size bigint NOT NULL,
  root_hash bytea NOT NULL,
  fence bigint NOT NULL,            -- grows with each new holder; an earlier holder writes nothing more
  leased_until timestamptz NOT NULL,
  published_size bigint,
  published_note text,              -- the checkpoint with the signatures of log and witnesses
  published_at timestamptz,
  alarm text CHECK (alarm IN ('no_quorum', 'fork', 'refused')),
  alarm_detail text,
  alarm_since timestamptz,
  PRIMARY KEY (village_id, generation),
  FOREIGN KEY (village_id, generation) REFERENCES log,
  CHECK ((published_size IS NULL) = (published_note IS NULL)),
  CHECK (published_size <= tree_size)
);

-- Which record stands where. Written in bulk from records just read: no foreign key is checked.
CREATE TABLE log_entry (
  village_id text NOT NULL,
  generation smallint NOT NULL,
  entry_index bigint NOT NULL CHECK (entry_index >= 0),
  record_id uuid NOT NULL,
  PRIMARY KEY (village_id, generation, entry_index),
  UNIQUE (village_id, generation, record_id)
);

-- Tiles and entry bundles as they are served (tlog-tiles). A full one is there for good; a partial
-- one only until a wider one, which begins with the same bytes, takes its place.
CREATE TABLE log_tile (
  village_id text NOT NULL,
  generation smallint NOT NULL,
  path text NOT NULL,               -- 'tile/0/x001/234', 'tile/entries/000': without the '.p/<W>'
  width smallint NOT NULL CHECK (width BETWEEN 1 AND 256),
  bytes bytea NOT NULL,
  PRIMARY KEY (village_id, generation, path, width)
);
ALTER TABLE log_tile ALTER COLUMN bytes SET STORAGE EXTERNAL; -- hashes do not compress

-- The first publication of each size: when an entry came into the book, and what the head must extend.
CREATE TABLE log_checkpoint (
  village_id text NOT NULL,
  generation smallint NOT NULL,
  tree_size bigint NOT NULL,
  note text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, generation, tree_size)
);

SELECT azalea_isolate('record_pending', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('log', 'SELECT, INSERT, UPDATE (retired_at, begun_record_id)');
SELECT azalea_isolate('log_head', 'SELECT, INSERT, UPDATE');
SELECT azalea_isolate('log_entry', 'SELECT, INSERT');
SELECT azalea_isolate('log_tile', 'SELECT, INSERT, DELETE');
SELECT azalea_isolate('log_checkpoint', 'SELECT, INSERT');
CREATE POLICY full_tiles_stay ON log_tile AS RESTRICTIVE FOR DELETE TO azalea_app USING (width < 256);

-- The records of before enter the log like all others.
DO $$
DECLARE
  this_village text;
  missing bigint;
BEGIN
  FOR this_village IN SELECT village_id FROM village LOOP
    PERFORM set_config('azalea.village_id', this_village, true);
    INSERT INTO record_pending SELECT village_id, record_id FROM record WHERE village_id = this_village;
    SELECT count(*) INTO missing FROM record WHERE village_id = this_village AND NOT EXISTS (
      SELECT FROM record_pending p WHERE p.village_id = this_village AND p.record_id = record.record_id);
    ASSERT missing = 0, 'some records would never enter the log';
  END LOOP;
END $$;
