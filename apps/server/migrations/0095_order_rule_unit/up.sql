-- In which unit the amount of a rule is meant, as the village voted on it. Null: it has none, or is from
-- before this was kept.
ALTER TABLE order_rule ADD COLUMN unit text CHECK (unit IN ('piece', 'person', 'time', 'hour', 'kg', 'jin'));
