CREATE TABLE `import_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`cells` text NOT NULL,
	`record_id` integer,
	`version` integer,
	`detail` text NOT NULL,
	`choice` text,
	`operation_id` integer,
	`refusal` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_kind` ON `import_rows` (`import_id`,`kind`,`row_no`);--> statement-breakpoint
CREATE INDEX `import_rows_row` ON `import_rows` (`import_id`,`row_no`);--> statement-breakpoint
CREATE INDEX `import_rows_key` ON `import_rows` (`import_id`,`key`);--> statement-breakpoint
CREATE INDEX `import_rows_record` ON `import_rows` (`record_id`);--> statement-breakpoint
CREATE TABLE `imports` (
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
	CONSTRAINT "imports_entity" CHECK("imports"."entity" in ('client', 'order', 'product')),
	CONSTRAINT "imports_state" CHECK("imports"."state" in ('uploaded', 'checking', 'checked', 'applying', 'done', 'stopped', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`);--> statement-breakpoint
CREATE INDEX `imports_header` ON `imports` (`entity`,`header_key`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`columns` text,
	`team` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "views_list" CHECK("__new_views"."list" in ('orders', 'clients', 'products', 'reports'))
);
--> statement-breakpoint
INSERT INTO `__new_views`("id", "user_id", "list", "name", "query", "columns", "team", "created_at", "updated_at", "deleted_at") SELECT "id", "user_id", "list", "name", "query", "columns", "team", "created_at", "updated_at", "deleted_at" FROM `views`;--> statement-breakpoint
DROP TABLE `views`;--> statement-breakpoint
ALTER TABLE `__new_views` RENAME TO `views`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `views_user` ON `views` (`user_id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `external_no` text;--> statement-breakpoint
CREATE INDEX `orders_external_no` ON `orders` (`external_no`) WHERE "orders"."external_no" is not null;