-- Every command took a shared lock on its village's one row, twice: as many at once as there are
-- connections, each rewriting that row's list of holders. The command path itself knows the village:
-- it opened the transaction for it, and row-level security holds every row to that.
ALTER TABLE command DROP CONSTRAINT command_village_id_fkey;
ALTER TABLE record DROP CONSTRAINT record_village_id_fkey;
