-- The index is merged in small steps between writes (see db/engines/upkeep.ts), not in bursts inside one of them.
INSERT INTO client_index(client_index, rank) VALUES ('automerge', 0);
--> statement-breakpoint
INSERT INTO order_index(order_index, rank) VALUES ('automerge', 0);
