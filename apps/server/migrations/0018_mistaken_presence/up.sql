-- A leader who checked in the wrong person takes it back until it is scored; the records tell of both.
GRANT DELETE ON attendance TO azalea_app;
