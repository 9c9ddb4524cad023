-- Nothing to do here: a GIN index is tidied by autovacuum. The step is SQLite's.
SELECT 1;
