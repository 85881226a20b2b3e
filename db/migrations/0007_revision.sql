CREATE TABLE "data_revisions" (
	"county_code" integer PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "data_revisions_grow" CHECK ("data_revisions"."revision" > 0)
);
--> statement-breakpoint
-- Whatever changes what is known of a county comes with a row of one of these tables. The owner counts, whoever writes.
CREATE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO data_revisions AS known (county_code, revision)
  VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.county_code ELSE NEW.county_code END, 1)
  ON CONFLICT (county_code) DO UPDATE SET revision = known.revision + 1;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reports', 'publications', 'decisions', 'finding_decisions'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION count_revision()', name || '_revision', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- A number says nothing of any figure: everybody may compare by it, and nobody but the trigger writes it.
GRANT SELECT ON data_revisions TO fadu_app;
--> statement-breakpoint
ALTER TABLE data_revisions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY data_revisions_read ON data_revisions FOR SELECT USING (true);
--> statement-breakpoint
INSERT INTO data_revisions (county_code, revision) SELECT county_code, count(*) FROM reports GROUP BY county_code;
