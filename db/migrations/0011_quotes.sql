-- What a chart shows of a figure stands with the figure: where it is written, and its words, cut where they are long. Evidence
-- never changes, nor does a figure, so the two cannot come to differ.
ALTER TABLE "observations" ADD COLUMN "starts_at" integer;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "starts_at" integer;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE observations DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE targets DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE observations f SET starts_at = e.starts_at, quote = left(e.quote, 200) FROM evidence e
WHERE e.county_code = f.county_code AND e.id = f.evidence_id;--> statement-breakpoint
UPDATE targets f SET starts_at = e.starts_at, quote = left(e.quote, 200) FROM evidence e
WHERE e.county_code = f.county_code AND e.id = f.evidence_id;--> statement-breakpoint
ALTER TABLE observations ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE targets ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "observations" ALTER COLUMN "starts_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "observations" ALTER COLUMN "quote" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ALTER COLUMN "starts_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ALTER COLUMN "quote" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_short_quote" CHECK (char_length("observations"."quote") <= 200);--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_short_quote" CHECK (char_length("targets"."quote") <= 200);--> statement-breakpoint
-- A chart of one metric reads the first index and no table; counts of a county or a town read the second, which also goes
-- town by town, so that the third is needed no more. Each begins with what the questions name, the county among it.
DROP INDEX observations_by_metric;--> statement-breakpoint
CREATE INDEX observations_by_metric ON observations (metric_id, county_code, town_code, reference_year)
  INCLUDE (version, value, missing, exactness, low, high, flags, starts_at, quote) WHERE superseded_at IS NULL;
--> statement-breakpoint
DROP INDEX observations_one_current;--> statement-breakpoint
CREATE UNIQUE INDEX observations_one_current ON observations (county_code, town_code, metric_id, reference_year)
  INCLUDE (missing) WHERE superseded_at IS NULL;
--> statement-breakpoint
DROP INDEX observations_by_town;--> statement-breakpoint
DROP INDEX targets_by_metric;--> statement-breakpoint
CREATE INDEX targets_by_metric ON targets (metric_id, county_code, town_code, reference_year) WHERE superseded_at IS NULL;
