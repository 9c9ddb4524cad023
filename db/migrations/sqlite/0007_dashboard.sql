CREATE TABLE `order_comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`order_id` integer NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`deleted_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_comments_order` ON `order_comments` (`order_id`);--> statement-breakpoint
CREATE TABLE `order_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`order_id` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`deleted_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_files_order` ON `order_files` (`order_id`);--> statement-breakpoint
CREATE INDEX `order_files_content` ON `order_files` (`sha256`);--> statement-breakpoint
CREATE TABLE `product_names` (
	`key` text PRIMARY KEY NOT NULL,
	`product_id` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_names_product` ON `product_names` (`product_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`sku` text NOT NULL,
	`unit` text NOT NULL,
	`price_minor` integer,
	`vat_rate` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	CONSTRAINT "products_price" CHECK("products"."price_minor" is null or "products"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE INDEX `products_name` ON `products` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`json` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preferences_unique` ON `preferences` (`user_id`,`name`);--> statement-breakpoint
CREATE TABLE `views` (
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
	CONSTRAINT "views_list" CHECK("views"."list" in ('orders', 'clients', 'products'))
);
--> statement-breakpoint
CREATE INDEX `views_user` ON `views` (`user_id`);--> statement-breakpoint
ALTER TABLE `order_lines` ADD `product_id` integer REFERENCES products(id);--> statement-breakpoint
CREATE INDEX `order_lines_product` ON `order_lines` (`product_id`,`order_id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `repeat_of` integer;--> statement-breakpoint
ALTER TABLE `settings` ADD `inn` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `kpp` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `bank` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `bik` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `account` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `correspondent_account` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `director` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `accountant` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `logo` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `pending_days` integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `gender` text DEFAULT 'm' NOT NULL;