-- A lease that ends later than its own length from now was taken by a clock that ran ahead: it has
-- lapsed, instead of keeping everybody out until that clock's time has come.
ALTER TABLE log_head ADD COLUMN lease_milliseconds integer NOT NULL DEFAULT 0;
