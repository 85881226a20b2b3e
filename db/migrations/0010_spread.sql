ALTER TABLE "sessions" ADD COLUMN "log_position" text;
--> statement-breakpoint
-- The same as before in the other language: a database that is spread over several machines cannot plan a query with
-- parameters inside a function in SQL. Every table of a query is told its county, so that one machine answers, and the
-- settings are asked for nobody but the public.
CREATE OR REPLACE FUNCTION fadu_reads_published() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF fadu_role() IN ('reviewer', 'leader', 'town_officer', 'administrator') THEN RETURN true; END IF;
  IF fadu_role() <> 'public' THEN RETURN false; END IF;
  RETURN coalesce((SELECT value->>'on' = 'true' FROM settings WHERE name = 'open_reading'), false);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION held_reports(county integer)
RETURNS TABLE (town_code integer, reference_year smallint, version smallint, document_id uuid, published_on date, published boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT fadu_reads_published() THEN RETURN; END IF;
  RETURN QUERY
    SELECT r.town_code, r.reference_year, r.version, r.document_id, r.published_on,
      EXISTS (SELECT FROM publications p WHERE p.county_code = county AND p.town_code = r.town_code
        AND p.reference_year = r.reference_year)
    FROM reports r WHERE r.county_code = county AND r.counts;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION held_counties() RETURNS TABLE (county_code integer, reports integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT fadu_reads_published() THEN RETURN; END IF;
  RETURN QUERY SELECT r.county_code, count(*)::integer FROM reports r GROUP BY r.county_code;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION question_is_closed(county integer, question uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM question_entries e WHERE e.county_code = county AND e.question_id = question
    AND e.action IN ('take', 'decline', 'close'));
END $$;
--> statement-breakpoint
-- The county stands by itself, so that its machine is found before anything is computed.
CREATE OR REPLACE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE county integer;
BEGIN
  IF TG_OP = 'DELETE' THEN county := OLD.county_code; ELSE county := NEW.county_code; END IF;
  INSERT INTO data_revisions AS known (county_code, revision) VALUES (county, 1)
  ON CONFLICT (county_code) DO UPDATE SET revision = known.revision + 1;
  RETURN NULL;
END $$;
