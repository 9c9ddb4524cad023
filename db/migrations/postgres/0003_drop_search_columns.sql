ALTER TABLE "clients" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "search";