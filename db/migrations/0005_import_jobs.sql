CREATE TABLE "import_items" (
	"job_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea",
	"state" text DEFAULT 'waiting' NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"outcome" jsonb,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_items_job_id_ordinal_pk" PRIMARY KEY("job_id","ordinal"),
	CONSTRAINT "import_items_bytes" CHECK ("import_items"."bytes" is not null or "import_items"."state" not in ('waiting', 'reading', 'question')),
	CONSTRAINT "import_items_claim" CHECK (("import_items"."state" = 'reading') = ("import_items"."claimed_by" is not null)),
	CONSTRAINT "import_items_finished" CHECK (("import_items"."finished_at" is null) = ("import_items"."state" in ('waiting', 'reading', 'question')))
);
--> statement-breakpoint
CREATE TABLE "import_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region" integer,
	"created_by_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_job_id_import_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."import_jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_items_open" ON "import_items" USING btree ("state") WHERE state in ('waiting', 'reading');
-- Imports are the reviewer's. Nothing of them is removed; what the columns of tables mean is the reviewer's to say as well.
GRANT SELECT, INSERT, UPDATE ON import_jobs, import_items TO fadu_app;
--> statement-breakpoint
ALTER TABLE import_jobs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_items ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY import_jobs_review ON import_jobs TO fadu_app
  USING ((SELECT fadu_role()) = 'reviewer') WITH CHECK ((SELECT fadu_role()) = 'reviewer');
--> statement-breakpoint
CREATE POLICY import_items_review ON import_items TO fadu_app
  USING ((SELECT fadu_role()) = 'reviewer') WITH CHECK ((SELECT fadu_role()) = 'reviewer');
--> statement-breakpoint
DROP POLICY settings_reviewer ON settings;
--> statement-breakpoint
CREATE POLICY settings_reviewer ON settings FOR ALL TO fadu_app
  USING ((SELECT fadu_role()) = 'reviewer' AND name IN ('region', 'demonstration', 'tables'))
  WITH CHECK ((SELECT fadu_role()) = 'reviewer' AND name IN ('region', 'demonstration', 'tables'));
