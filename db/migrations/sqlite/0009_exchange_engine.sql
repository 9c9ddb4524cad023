CREATE TABLE `conflicts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connection_id` integer NOT NULL,
	`entity` text NOT NULL,
	`local_id` integer NOT NULL,
	`remote_id` text NOT NULL,
	`fields` text NOT NULL,
	`state` text NOT NULL,
	`decision` text,
	`policy` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` integer,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conflicts_states" CHECK("conflicts"."state" in ('open', 'decided'))
);
--> statement-breakpoint
CREATE INDEX `conflicts_state` ON `conflicts` (`connection_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_record` ON `conflicts` (`entity`,`local_id`);--> statement-breakpoint
CREATE TABLE `connection_states` (
	`connection_id` integer PRIMARY KEY NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` integer,
	`wait_until` integer,
	`tokens_milli` integer,
	`tokens_at` integer,
	`last_ok_at` integer,
	`last_contact_at` integer,
	`last_problem` text,
	`last_problem_at` integer,
	`cursors` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `connections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`topics` text NOT NULL,
	`settings` text NOT NULL,
	`secrets` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	CONSTRAINT "connections_state" CHECK("connections"."state" in ('active', 'paused', 'disabled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_uid_unique` ON `connections` (`uid`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`connection_id` integer NOT NULL,
	`topic` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` integer NOT NULL,
	`version` integer,
	`operation_id` integer,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`run_at` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`body` text,
	`problem` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_states" CHECK("deliveries"."state" in ('queued', 'running', 'done', 'merged', 'dead', 'skipped'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_uid_unique` ON `deliveries` (`uid`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `deliveries_record` ON `deliveries` (`connection_id`,`entity`,`entity_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_state` ON `deliveries` (`connection_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_entity` ON `deliveries` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `exchange_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connection_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`cursor` text NOT NULL,
	`counts` text NOT NULL,
	`problem` text,
	`group_id` integer,
	`lease_until` integer,
	`user_id` integer,
	`request_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exchange_runs_kind" CHECK("exchange_runs"."kind" in ('pull', 'backfill', 'rehearsal', 'reconciliation', 'file')),
	CONSTRAINT "exchange_runs_state" CHECK("exchange_runs"."state" in ('running', 'done', 'stopped', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `exchange_runs_connection` ON `exchange_runs` (`connection_id`,`id`);--> statement-breakpoint
CREATE INDEX `exchange_runs_state` ON `exchange_runs` (`state`);--> statement-breakpoint
CREATE TABLE `exchange_sessions` (
	`connection_id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_sessions_token` ON `exchange_sessions` (`token_hash`);--> statement-breakpoint
CREATE TABLE `exchanges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connection_id` integer NOT NULL,
	`delivery_id` integer,
	`run_id` integer,
	`at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`direction` text NOT NULL,
	`subject` text NOT NULL,
	`status` integer,
	`outcome` text NOT NULL,
	`note` text NOT NULL,
	`request` text NOT NULL,
	`answer` text NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exchanges_direction" CHECK("exchanges"."direction" in ('out', 'in')),
	CONSTRAINT "exchanges_outcome" CHECK("exchanges"."outcome" in ('ok', 'refused', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `exchanges_connection` ON `exchanges` (`connection_id`,`id`);--> statement-breakpoint
CREATE INDEX `exchanges_delivery` ON `exchanges` (`delivery_id`);--> statement-breakpoint
CREATE INDEX `exchanges_at` ON `exchanges` (`at`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` integer NOT NULL,
	`kind` text NOT NULL,
	`entity` text NOT NULL,
	`local_id` integer,
	`remote_id` text,
	`detail` text NOT NULL,
	`fixed_at` integer,
	FOREIGN KEY (`run_id`) REFERENCES `exchange_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `findings_run` ON `findings` (`run_id`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `findings_record` ON `findings` (`entity`,`local_id`);--> statement-breakpoint
CREATE TABLE `hints` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connection_id` integer NOT NULL,
	`dedupe_key` text NOT NULL,
	`raw` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hints_states" CHECK("hints"."state" in ('queued', 'done', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hints_unique` ON `hints` (`connection_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `hints_due` ON `hints` (`state`,`run_at`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connection_id` integer NOT NULL,
	`entity` text NOT NULL,
	`local_id` integer NOT NULL,
	`remote_id` text,
	`uid` text NOT NULL,
	`local_version` integer,
	`remote_version` text,
	`fields` text NOT NULL,
	`local_hash` text NOT NULL,
	`remote_hash` text NOT NULL,
	`told` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`synced_at` integer,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_local_unique` ON `links` (`connection_id`,`entity`,`local_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_remote_unique` ON `links` (`connection_id`,`entity`,`remote_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_uid_unique` ON `links` (`uid`);--> statement-breakpoint
CREATE INDEX `links_record` ON `links` (`entity`,`local_id`);--> statement-breakpoint
CREATE TABLE `product_stock` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product_id` integer NOT NULL,
	`connection_id` integer NOT NULL,
	`warehouse` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_stock_unique` ON `product_stock` (`product_id`,`connection_id`,`warehouse`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`state` text NOT NULL,
	`file_name` text NOT NULL,
	`file_key` text,
	`size` integer NOT NULL,
	`reading` text NOT NULL,
	`mapping` text NOT NULL,
	`header_key` text NOT NULL,
	`rows_total` integer NOT NULL,
	`rows_read` integer NOT NULL,
	`cursor` integer NOT NULL,
	`to_apply` integer NOT NULL,
	`applied` integer NOT NULL,
	`refused` integer NOT NULL,
	`failure` text,
	`group_id` integer,
	`user_id` integer NOT NULL,
	`source` text NOT NULL,
	`request_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_entity" CHECK("__new_imports"."entity" in ('client', 'order', 'product', 'payment')),
	CONSTRAINT "imports_state" CHECK("__new_imports"."state" in ('uploaded', 'checking', 'checked', 'applying', 'done', 'stopped', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_imports`("id", "entity", "state", "file_name", "file_key", "size", "reading", "mapping", "header_key", "rows_total", "rows_read", "cursor", "to_apply", "applied", "refused", "failure", "group_id", "user_id", "source", "request_id", "created_at", "finished_at") SELECT "id", "entity", "state", "file_name", "file_key", "size", "reading", "mapping", "header_key", "rows_total", "rows_read", "cursor", "to_apply", "applied", "refused", "failure", "group_id", "user_id", "source", "request_id", "created_at", "finished_at" FROM `imports`;--> statement-breakpoint
DROP TABLE `imports`;--> statement-breakpoint
ALTER TABLE `__new_imports` RENAME TO `imports`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`);--> statement-breakpoint
CREATE INDEX `imports_header` ON `imports` (`entity`,`header_key`,`id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `shipped_day` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `external_key` text;--> statement-breakpoint
CREATE INDEX `payments_external` ON `payments` (`external_key`) WHERE "payments"."external_key" is not null;