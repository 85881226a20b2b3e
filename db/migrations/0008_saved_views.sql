CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"address" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_title" CHECK ("saved_views"."title" <> '')
);
--> statement-breakpoint
CREATE INDEX "saved_views_owner" ON "saved_views" USING btree ("owner_id","position");
--> statement-breakpoint
-- Whoever is signed in keeps views of their own; nobody else sees them, and the public has none.
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (position), DELETE ON saved_views TO fadu_app;
--> statement-breakpoint
CREATE POLICY saved_views_own ON saved_views TO fadu_app
  USING ((SELECT fadu_role()) NOT IN ('', 'public') AND owner_id = (SELECT current_setting('fadu.actor', true)))
  WITH CHECK ((SELECT fadu_role()) NOT IN ('', 'public') AND owner_id = (SELECT current_setting('fadu.actor', true)));
