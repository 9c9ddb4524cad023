-- «Contains» over the searched texts: trigrams of an index that holds no text of its own (its contents are the text tables).
CREATE VIRTUAL TABLE client_index USING fts5(text, content='client_texts', content_rowid='client_id', tokenize='trigram case_sensitive 1', detail=none, columnsize=0);
--> statement-breakpoint
CREATE VIRTUAL TABLE client_terms USING fts5vocab(client_index, 'row');
--> statement-breakpoint
CREATE VIRTUAL TABLE order_index USING fts5(text, content='order_texts', content_rowid='order_id', tokenize='trigram case_sensitive 1', detail=none, columnsize=0);
--> statement-breakpoint
CREATE VIRTUAL TABLE order_terms USING fts5vocab(order_index, 'row');
--> statement-breakpoint
INSERT INTO client_texts (client_id, text) SELECT id, search || char(10) || char(10) FROM clients;
--> statement-breakpoint
INSERT INTO order_texts (order_id, text) SELECT id, id || char(10) || search || char(10) || char(10) FROM orders;
--> statement-breakpoint
INSERT INTO client_index(client_index) VALUES('rebuild');
--> statement-breakpoint
INSERT INTO order_index(order_index) VALUES('rebuild');
--> statement-breakpoint
INSERT INTO order_day_totals (day, status, orders, total_minor, paid_minor)
  SELECT business_day, status, count(*), sum(total_minor), sum(paid_minor) FROM orders WHERE deleted_at IS NULL GROUP BY business_day, status ORDER BY business_day, status;
