-- «Contains» over the searched texts: trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
INSERT INTO client_texts (client_id, text) SELECT id, search || chr(10) || chr(10) FROM clients;
--> statement-breakpoint
INSERT INTO order_texts (order_id, text) SELECT id, id || chr(10) || search || chr(10) || chr(10) FROM orders;
--> statement-breakpoint
CREATE INDEX client_texts_trigrams ON client_texts USING gin (text gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX order_texts_trigrams ON order_texts USING gin (text gin_trgm_ops);
--> statement-breakpoint
INSERT INTO order_day_totals (day, status, orders, total_minor, paid_minor)
  SELECT business_day, status, count(*), sum(total_minor)::bigint, sum(paid_minor)::bigint FROM orders WHERE deleted_at IS NULL GROUP BY business_day, status ORDER BY business_day, status;
