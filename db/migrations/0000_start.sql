CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"county_code" integer,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"metric_id" smallint NOT NULL,
	"kind" text NOT NULL,
	"reference_year" smallint,
	"value" numeric,
	"missing" text,
	"exactness" text,
	"low" numeric,
	"high" numeric,
	"classifier" text,
	"scope" text,
	CONSTRAINT "candidates_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "candidates_ordinal_unique" UNIQUE("county_code","report_id","ordinal"),
	CONSTRAINT "candidates_value_or_missing" CHECK (("candidates"."value" is null) = ("candidates"."missing" is not null)),
	CONSTRAINT "candidates_range" CHECK (("candidates"."low" is null) = ("candidates"."high" is null))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"county_code" integer NOT NULL,
	"candidate_id" uuid NOT NULL,
	"sequence" smallint NOT NULL,
	"action" text NOT NULL,
	"value" numeric,
	"exactness" text,
	"note" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_county_code_candidate_id_sequence_pk" PRIMARY KEY("county_code","candidate_id","sequence"),
	CONSTRAINT "decisions_correct_has_value" CHECK (("decisions"."action" = 'correct') = ("decisions"."value" is not null))
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"text_length" integer NOT NULL,
	"starts_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"quote" text NOT NULL,
	"sentence" text NOT NULL,
	"heading" text,
	"rule" text NOT NULL,
	CONSTRAINT "evidence_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "evidence_within_text" CHECK (0 <= "evidence"."starts_at" and "evidence"."starts_at" < "evidence"."ends_at" and "evidence"."ends_at" <= "evidence"."text_length")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"check_name" text NOT NULL,
	"severity" text NOT NULL,
	"params" jsonb NOT NULL,
	"starts_at" integer,
	"ends_at" integer,
	"quote" text,
	"sentence" text,
	"heading" text,
	CONSTRAINT "findings_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "findings_place" CHECK (("findings"."starts_at" is null) = ("findings"."ends_at" is null))
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"county_code" integer NOT NULL,
	"town_code" integer NOT NULL,
	"metric_id" smallint NOT NULL,
	"reference_year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"value" numeric,
	"missing" text,
	"exactness" text,
	"low" numeric,
	"high" numeric,
	"flags" smallint DEFAULT 0 NOT NULL,
	"evidence_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"reason" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "observations_county_code_town_code_metric_id_reference_year_version_pk" PRIMARY KEY("county_code","town_code","metric_id","reference_year","version"),
	CONSTRAINT "observations_value_or_missing" CHECK (("observations"."value" is null) = ("observations"."missing" is not null)),
	CONSTRAINT "observations_range" CHECK (("observations"."low" is null) = ("observations"."high" is null)),
	CONSTRAINT "observations_superseded_later" CHECK ("observations"."superseded_at" >= "observations"."recorded_at")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"county_code" integer NOT NULL,
	"town_code" integer NOT NULL,
	"metric_id" smallint NOT NULL,
	"reference_year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"value" numeric,
	"missing" text,
	"exactness" text,
	"low" numeric,
	"high" numeric,
	"flags" smallint DEFAULT 0 NOT NULL,
	"evidence_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"reason" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "targets_county_code_town_code_metric_id_reference_year_version_pk" PRIMARY KEY("county_code","town_code","metric_id","reference_year","version"),
	CONSTRAINT "targets_value_or_missing" CHECK (("targets"."value" is null) = ("targets"."missing" is not null)),
	CONSTRAINT "targets_range" CHECK (("targets"."low" is null) = ("targets"."high" is null)),
	CONSTRAINT "targets_superseded_later" CHECK ("targets"."superseded_at" >= "targets"."recorded_at")
);
--> statement-breakpoint
CREATE TABLE "metrics" (
	"id" smallint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "metrics_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "towns" (
	"code" integer PRIMARY KEY NOT NULL,
	"county_code" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "towns_county_code_unique" UNIQUE("county_code","code"),
	CONSTRAINT "towns_in_county" CHECK ("towns"."code" / 1000 = "towns"."county_code")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"reader" text NOT NULL,
	"encoding" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"text" text NOT NULL,
	"text_length" integer NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "documents_sha256_unique" UNIQUE("county_code","sha256"),
	CONSTRAINT "documents_length_unique" UNIQUE("county_code","id","text_length"),
	CONSTRAINT "documents_text_length" CHECK ("documents"."text_length" > 0)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"county_code" integer NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"town_code" integer NOT NULL,
	"reference_year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"counts" boolean NOT NULL,
	"title" text,
	"issuer" text,
	"index_number" text,
	"published_on" date,
	"sections" jsonb NOT NULL,
	"unclaimed" jsonb NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reports_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "reports_version_unique" UNIQUE("county_code","town_code","reference_year","version"),
	CONSTRAINT "reports_year" CHECK ("reports"."reference_year" between 1990 and 2100)
);
--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_county_code_report_id_reports_county_code_id_fk" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_county_code_evidence_id_evidence_county_code_id_fk" FOREIGN KEY ("county_code","evidence_id") REFERENCES "public"."evidence"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_county_code_candidate_id_candidates_county_code_id_fk" FOREIGN KEY ("county_code","candidate_id") REFERENCES "public"."candidates"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_county_code_document_id_text_length_documents_county_code_id_text_length_fk" FOREIGN KEY ("county_code","document_id","text_length") REFERENCES "public"."documents"("county_code","id","text_length") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_county_code_report_id_reports_county_code_id_fk" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_county_code_town_code_towns_county_code_code_fk" FOREIGN KEY ("county_code","town_code") REFERENCES "public"."towns"("county_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_county_code_evidence_id_evidence_county_code_id_fk" FOREIGN KEY ("county_code","evidence_id") REFERENCES "public"."evidence"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_county_code_candidate_id_candidates_county_code_id_fk" FOREIGN KEY ("county_code","candidate_id") REFERENCES "public"."candidates"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_county_code_town_code_towns_county_code_code_fk" FOREIGN KEY ("county_code","town_code") REFERENCES "public"."towns"("county_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_county_code_evidence_id_evidence_county_code_id_fk" FOREIGN KEY ("county_code","evidence_id") REFERENCES "public"."evidence"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_county_code_candidate_id_candidates_county_code_id_fk" FOREIGN KEY ("county_code","candidate_id") REFERENCES "public"."candidates"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_county_code_document_id_documents_county_code_id_fk" FOREIGN KEY ("county_code","document_id") REFERENCES "public"."documents"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_county_code_town_code_towns_county_code_code_fk" FOREIGN KEY ("county_code","town_code") REFERENCES "public"."towns"("county_code","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "findings_report" ON "findings" USING btree ("county_code","report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "observations_one_current" ON "observations" USING btree ("county_code","town_code","metric_id","reference_year") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "observations_by_metric" ON "observations" USING btree ("metric_id","town_code","reference_year") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "targets_one_current" ON "targets" USING btree ("county_code","town_code","metric_id","reference_year") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "targets_by_metric" ON "targets" USING btree ("metric_id","town_code","reference_year") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_counts" ON "reports" USING btree ("county_code","town_code","reference_year") WHERE counts;