CREATE TABLE `order_day_totals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`day` text NOT NULL,
	`status` text NOT NULL,
	`orders` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`paid_minor` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_day_totals_day` ON `order_day_totals` (`day`,`status`);--> statement-breakpoint
CREATE TABLE `bulk_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`task` text NOT NULL,
	`group_id` integer,
	`state` text NOT NULL,
	`cursor` integer NOT NULL,
	`up_to` integer NOT NULL,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`refused` integer NOT NULL,
	`problems` text NOT NULL,
	`user_id` integer NOT NULL,
	`source` text NOT NULL,
	`request_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulk_runs_states" CHECK("bulk_runs"."state" in ('running', 'done', 'stopped'))
);
--> statement-breakpoint
CREATE INDEX `bulk_runs_state` ON `bulk_runs` (`state`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`counts` text NOT NULL,
	`problems` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `client_texts` (
	`client_id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `order_texts` (
	`order_id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `orders_client`;--> statement-breakpoint
CREATE INDEX `orders_total` ON `orders` (`total_minor`,`id`);--> statement-breakpoint
CREATE INDEX `orders_client` ON `orders` (`client_id`,`id`);--> statement-breakpoint
ALTER TABLE `clients` ADD `merged_into` integer;--> statement-breakpoint
CREATE INDEX `clients_phone` ON `clients` (`mobile_phone`);--> statement-breakpoint
CREATE INDEX `clients_inn` ON `clients` (`inn`);--> statement-breakpoint
ALTER TABLE `operations` ADD `undoes` integer;--> statement-breakpoint
CREATE INDEX `operations_undoes` ON `operations` (`undoes`);