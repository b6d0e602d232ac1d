-- What a buying round took of the first grade earns points by the item that the round names.
ALTER TABLE contribution
  DROP CONSTRAINT contribution_source_kind_check,
  ADD CONSTRAINT contribution_source_kind_check
    CHECK (source_kind IN ('rating', 'attendance', 'deed', 'report', 'repair', 'delivery'));
