CREATE TABLE "division_totals" (
	"county_code" integer NOT NULL,
	"metric_id" smallint NOT NULL,
	"reference_year" smallint NOT NULL,
	"total" numeric NOT NULL,
	"stated" integer NOT NULL,
	"missing" integer NOT NULL,
	"said_over" integer NOT NULL,
	"said_under" integer NOT NULL,
	"said_about" integer NOT NULL,
	CONSTRAINT "division_totals_county_code_metric_id_reference_year_pk" PRIMARY KEY("county_code","metric_id","reference_year")
);
--> statement-breakpoint
ALTER TABLE "division_totals" ADD CONSTRAINT "division_totals_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "division_totals_by_metric" ON "division_totals" USING btree ("metric_id","reference_year","county_code");--> statement-breakpoint
-- What charts of one metric and counts of one town read stands in the index itself.
DROP INDEX observations_by_metric;
--> statement-breakpoint
CREATE INDEX observations_by_metric ON observations (metric_id, town_code, reference_year)
  INCLUDE (county_code, value, missing) WHERE superseded_at IS NULL;
--> statement-breakpoint
CREATE INDEX observations_by_town ON observations (town_code, reference_year, metric_id)
  INCLUDE (county_code, value, missing) WHERE superseded_at IS NULL;
--> statement-breakpoint
-- Whoever changes figures holds the revisions of their counties until the end, then those of their provinces, each in order:
-- two who publish in one province wait for one another and never in a circle, and nobody waits for the whole nation.
CREATE FUNCTION hold_divisions(counties integer[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO data_revisions AS known (county_code, revision)
  SELECT code, 1 FROM (
    SELECT unnest(counties) AS code, 1 AS turn UNION SELECT unnest(counties) / 10000 * 10000, 2) divisions
  ORDER BY turn, code
  ON CONFLICT (county_code) DO UPDATE SET revision = known.revision + 1
$$;
--> statement-breakpoint
CREATE FUNCTION add_to_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM hold_divisions(ARRAY(SELECT DISTINCT county_code FROM changed WHERE superseded_at IS NULL));
  WITH counties AS (
    SELECT county_code, metric_id, reference_year, coalesce(sum(value), 0) AS total, count(value) AS stated, count(missing) AS missing,
      count(*) FILTER (WHERE exactness = 'over') AS said_over, count(*) FILTER (WHERE exactness = 'under') AS said_under,
      count(*) FILTER (WHERE exactness IN ('about', 'range')) AS said_about
    FROM changed WHERE superseded_at IS NULL GROUP BY county_code, metric_id, reference_year)
  INSERT INTO division_totals AS known
  SELECT * FROM counties UNION ALL
  SELECT county_code / 10000 * 10000, metric_id, reference_year, sum(total), sum(stated), sum(missing), sum(said_over),
    sum(said_under), sum(said_about)
  FROM counties GROUP BY 1, metric_id, reference_year
  ON CONFLICT (county_code, metric_id, reference_year) DO UPDATE SET total = known.total + excluded.total,
    stated = known.stated + excluded.stated, missing = known.missing + excluded.missing,
    said_over = known.said_over + excluded.said_over, said_under = known.said_under + excluded.said_under,
    said_about = known.said_about + excluded.said_about;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A version that ends or goes was counted while it was current; what nothing is left of goes as well.
CREATE FUNCTION take_from_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE counties integer[] := ARRAY(SELECT DISTINCT county_code FROM changed WHERE superseded_at IS NULL);
BEGIN
  PERFORM hold_divisions(counties);
  UPDATE division_totals known SET total = known.total - less.total, stated = known.stated - less.stated,
    missing = known.missing - less.missing, said_over = known.said_over - less.said_over,
    said_under = known.said_under - less.said_under, said_about = known.said_about - less.said_about
  FROM (
    SELECT division, metric_id, reference_year, coalesce(sum(value), 0) AS total, count(value) AS stated, count(missing) AS missing,
      count(*) FILTER (WHERE exactness = 'over') AS said_over, count(*) FILTER (WHERE exactness = 'under') AS said_under,
      count(*) FILTER (WHERE exactness IN ('about', 'range')) AS said_about
    FROM changed CROSS JOIN LATERAL (VALUES (county_code), (county_code / 10000 * 10000)) divisions (division)
    WHERE superseded_at IS NULL GROUP BY division, metric_id, reference_year) less
  WHERE known.county_code = less.division AND known.metric_id = less.metric_id AND known.reference_year = less.reference_year;
  DELETE FROM division_totals WHERE stated = 0 AND missing = 0 AND county_code IN (
    SELECT unnest(counties) UNION SELECT unnest(counties) / 10000 * 10000);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER observations_add_to_totals AFTER INSERT ON observations REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION add_to_totals();
--> statement-breakpoint
CREATE TRIGGER observations_end_in_totals AFTER UPDATE ON observations REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION take_from_totals();
--> statement-breakpoint
CREATE TRIGGER observations_take_from_totals AFTER DELETE ON observations REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION take_from_totals();
--> statement-breakpoint
-- Sums of published figures are for whoever reads those; nobody but the triggers writes them.
GRANT SELECT ON division_totals TO fadu_app;
--> statement-breakpoint
ALTER TABLE division_totals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY division_totals_published ON division_totals FOR SELECT USING ((SELECT fadu_reads_published()));
--> statement-breakpoint
-- What is published already.
INSERT INTO division_totals
SELECT division, metric_id, reference_year, coalesce(sum(value), 0), count(value), count(missing),
  count(*) FILTER (WHERE exactness = 'over'), count(*) FILTER (WHERE exactness = 'under'),
  count(*) FILTER (WHERE exactness IN ('about', 'range'))
FROM observations CROSS JOIN LATERAL (VALUES (county_code), (county_code / 10000 * 10000)) divisions (division)
WHERE superseded_at IS NULL GROUP BY division, metric_id, reference_year;
--> statement-breakpoint
INSERT INTO data_revisions (county_code, revision)
SELECT DISTINCT county_code, 1 FROM division_totals ON CONFLICT DO NOTHING;
