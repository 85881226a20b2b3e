CREATE TABLE "publications" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"town_code" integer NOT NULL,
	"reference_year" smallint NOT NULL,
	"sequence" smallint NOT NULL,
	"report_id" uuid NOT NULL,
	"reason" text,
	"published_by_id" text NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "publications_sequence_unique" UNIQUE("county_code","town_code","reference_year","sequence"),
	CONSTRAINT "publications_reason" CHECK (("publications"."sequence" = 1) = ("publications"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "question_entries" (
	"county_code" integer NOT NULL,
	"question_id" uuid NOT NULL,
	"sequence" smallint NOT NULL,
	"town_code" integer NOT NULL,
	"action" text NOT NULL,
	"words" text,
	"value" numeric,
	"source" text,
	"by_role" text NOT NULL,
	"by_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_entries_county_code_question_id_sequence_pk" PRIMARY KEY("county_code","question_id","sequence"),
	CONSTRAINT "question_entries_words" CHECK ("question_entries"."action" not in ('ask', 'answer') or "question_entries"."words" is not null),
	CONSTRAINT "question_entries_propose" CHECK (("question_entries"."action" = 'propose') = ("question_entries"."value" is not null) and ("question_entries"."action" = 'propose') = ("question_entries"."source" is not null))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"town_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"candidate_id" uuid,
	"finding_id" uuid,
	"metric_id" smallint,
	"starts_at" integer,
	"quote" text,
	"begun_by_role" text NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "questions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "questions_town_unique" UNIQUE("county_code","id","town_code")
);
--> statement-breakpoint
CREATE TABLE "desk_presence" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"actor_id" text NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "desk_presence_county_code_report_id_actor_id_pk" PRIMARY KEY("county_code","report_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "finding_decisions" (
	"county_code" integer NOT NULL,
	"finding_id" uuid NOT NULL,
	"sequence" smallint NOT NULL,
	"action" text NOT NULL,
	"note" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "finding_decisions_county_code_finding_id_sequence_pk" PRIMARY KEY("county_code","finding_id","sequence"),
	CONSTRAINT "finding_decisions_note" CHECK ("finding_decisions"."action" <> 'overrule' or "finding_decisions"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "number_decisions" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"starts_at" integer NOT NULL,
	"sequence" smallint NOT NULL,
	"action" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "number_decisions_county_code_report_id_starts_at_sequence_pk" PRIMARY KEY("county_code","report_id","starts_at","sequence")
);
--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "origin" text DEFAULT 'read' NOT NULL;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "ended_by_id" uuid;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "ended_by_id" uuid;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_county_code_report_id_reports_county_code_id_fk" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_entries" ADD CONSTRAINT "question_entries_county_code_question_id_town_code_questions_county_code_id_town_code_fk" FOREIGN KEY ("county_code","question_id","town_code") REFERENCES "public"."questions"("county_code","id","town_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_county_code_report_id_reports_county_code_id_fk" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_county_code_candidate_id_candidates_county_code_id_fk" FOREIGN KEY ("county_code","candidate_id") REFERENCES "public"."candidates"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_county_code_finding_id_findings_county_code_id_fk" FOREIGN KEY ("county_code","finding_id") REFERENCES "public"."findings"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_presence" ADD CONSTRAINT "desk_presence_county_code_report_id_reports_county_code_id_fk" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_decisions" ADD CONSTRAINT "finding_decisions_county_code_finding_id_findings_county_code_id_fk" FOREIGN KEY ("county_code","finding_id") REFERENCES "public"."findings"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_decisions" ADD CONSTRAINT "number_decisions_county_code_report_id_reports_county_code_id_fk" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questions_report" ON "questions" USING btree ("county_code","report_id");--> statement-breakpoint
CREATE INDEX "questions_town" ON "questions" USING btree ("county_code","town_code");--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_county_code_publication_id_publications_county_code_id_fk" FOREIGN KEY ("county_code","publication_id") REFERENCES "public"."publications"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_county_code_ended_by_id_publications_county_code_id_fk" FOREIGN KEY ("county_code","ended_by_id") REFERENCES "public"."publications"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_county_code_publication_id_publications_county_code_id_fk" FOREIGN KEY ("county_code","publication_id") REFERENCES "public"."publications"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_county_code_ended_by_id_publications_county_code_id_fk" FOREIGN KEY ("county_code","ended_by_id") REFERENCES "public"."publications"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Figures that were accepted before there was publishing are the first publication of their town and year.
INSERT INTO publications (county_code, id, town_code, reference_year, sequence, report_id, published_by_id, published_by, published_at)
SELECT r.county_code, gen_random_uuid(), r.town_code, r.reference_year, 1,
  (array_agg(r.id ORDER BY r.counts DESC, r.version DESC))[1], 'office',
  (array_agg(f.recorded_by ORDER BY f.recorded_at DESC))[1], max(f.recorded_at)
FROM (SELECT county_code, candidate_id, recorded_by, recorded_at FROM observations
  UNION ALL SELECT county_code, candidate_id, recorded_by, recorded_at FROM targets) f
JOIN candidates c ON c.county_code = f.county_code AND c.id = f.candidate_id
JOIN reports r ON r.county_code = c.county_code AND r.id = c.report_id
GROUP BY r.county_code, r.town_code, r.reference_year;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['observations', 'targets'] LOOP
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', name);
    EXECUTE format('UPDATE %I f SET publication_id = p.id FROM candidates c, reports r, publications p
      WHERE c.county_code = f.county_code AND c.id = f.candidate_id AND r.county_code = c.county_code AND r.id = c.report_id
        AND p.county_code = r.county_code AND p.town_code = r.town_code AND p.reference_year = r.reference_year', name);
    EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', name);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN publication_id SET NOT NULL', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- As before, and with who made and who ended a version.
CREATE OR REPLACE FUNCTION only_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.county_code >= 990000 THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% keeps every version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
    AND to_jsonb(NEW) - 'superseded_at' - 'ended_by_id' = to_jsonb(OLD) - 'superseded_at' - 'ended_by_id'
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% keeps every version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
GRANT UPDATE (ended_by_id) ON observations, targets TO fadu_app;
--> statement-breakpoint
-- Everything of the desk is added to and never changed; only an invented county's may be removed.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['publications', 'finding_decisions', 'number_decisions', 'questions', 'question_entries'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_unchanged', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_real()', name || '_kept', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO fadu_app', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO fadu_app USING ((SELECT fadu_role()) = ''reviewer'')', name || '_review', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO fadu_app WITH CHECK ((SELECT fadu_role()) = ''reviewer'')', name || '_add', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO fadu_app USING ((SELECT fadu_role()) = ''reviewer'' AND county_code >= 990000)', name || '_empty', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY publications_published ON publications FOR SELECT TO fadu_app USING ((SELECT fadu_reads_published()));
--> statement-breakpoint
CREATE POLICY finding_decisions_own_town ON finding_decisions FOR SELECT TO fadu_app
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM findings f WHERE f.county_code = finding_decisions.county_code AND f.id = finding_decisions.finding_id));
--> statement-breakpoint
CREATE POLICY number_decisions_own_town ON number_decisions FOR SELECT TO fadu_app
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM reports r WHERE r.county_code = number_decisions.county_code AND r.id = number_decisions.report_id));
--> statement-breakpoint
-- A value that rests on a letter or a call: its town sees the words as it sees the report's.
CREATE POLICY evidence_own_source ON evidence FOR SELECT TO fadu_app
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM candidates c WHERE c.county_code = evidence.county_code AND c.evidence_id = evidence.id AND c.origin = 'source'));
--> statement-breakpoint
-- Threads: a town reads its own, answers in them, and may begin one about its own report.
CREATE POLICY questions_own_town ON questions FOR SELECT TO fadu_app
  USING ((SELECT fadu_role()) = 'town_officer' AND town_code = (SELECT fadu_town()));
--> statement-breakpoint
CREATE POLICY questions_begin ON questions FOR INSERT TO fadu_app
  WITH CHECK ((SELECT fadu_role()) = 'town_officer' AND town_code = (SELECT fadu_town()) AND begun_by_role = 'town_officer'
    AND EXISTS (SELECT FROM reports r WHERE r.county_code = questions.county_code AND r.id = questions.report_id));
--> statement-breakpoint
CREATE POLICY question_entries_own_town ON question_entries FOR SELECT TO fadu_app
  USING ((SELECT fadu_role()) = 'town_officer' AND town_code = (SELECT fadu_town()));
--> statement-breakpoint
CREATE FUNCTION question_is_closed(county integer, question uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM question_entries e WHERE e.county_code = county AND e.question_id = question
    AND e.action IN ('take', 'decline', 'close'))
$$;
--> statement-breakpoint
CREATE POLICY question_entries_answer ON question_entries FOR INSERT TO fadu_app
  WITH CHECK ((SELECT fadu_role()) = 'town_officer' AND town_code = (SELECT fadu_town())
    AND by_role = 'town_officer' AND action IN ('answer', 'propose') AND NOT question_is_closed(county_code, question_id));
--> statement-breakpoint
ALTER TABLE desk_presence ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON desk_presence TO fadu_app;
--> statement-breakpoint
CREATE POLICY desk_presence_review ON desk_presence TO fadu_app
  USING ((SELECT fadu_role()) = 'reviewer') WITH CHECK ((SELECT fadu_role()) = 'reviewer');
--> statement-breakpoint
-- A report that is held and not published says nothing yet: readers of published figures are told that, and no more.
DROP FUNCTION held_reports(integer);
--> statement-breakpoint
CREATE FUNCTION held_reports(county integer)
RETURNS TABLE (town_code integer, reference_year smallint, version smallint, document_id uuid, published_on date, published boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.town_code, r.reference_year, r.version, r.document_id, r.published_on,
    EXISTS (SELECT FROM publications p WHERE p.county_code = r.county_code AND p.town_code = r.town_code
      AND p.reference_year = r.reference_year)
  FROM reports r WHERE r.county_code = county AND r.counts AND fadu_reads_published()
$$;
