-- What is written once stays: nothing in the application can change or remove it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decisions_unchanged BEFORE UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER evidence_unchanged BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER documents_unchanged BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A version of a figure may only be ended, once; real figures are never removed. The invented county's may be, when the
-- office empties the demonstration data.
CREATE FUNCTION only_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.county_code >= 990000 THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% keeps every version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
    AND ROW(NEW.county_code, NEW.town_code, NEW.metric_id, NEW.reference_year, NEW.version, NEW.value, NEW.missing, NEW.exactness,
            NEW.low, NEW.high, NEW.flags, NEW.evidence_id, NEW.candidate_id, NEW.reason, NEW.recorded_by, NEW.recorded_at)
      IS NOT DISTINCT FROM
        ROW(OLD.county_code, OLD.town_code, OLD.metric_id, OLD.reference_year, OLD.version, OLD.value, OLD.missing, OLD.exactness,
            OLD.low, OLD.high, OLD.flags, OLD.evidence_id, OLD.candidate_id, OLD.reason, OLD.recorded_by, OLD.recorded_at)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% keeps every version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER observations_keep_versions BEFORE UPDATE OR DELETE ON observations FOR EACH ROW EXECUTE FUNCTION only_supersede();
--> statement-breakpoint
CREATE TRIGGER targets_keep_versions BEFORE UPDATE OR DELETE ON targets FOR EACH ROW EXECUTE FUNCTION only_supersede();
--> statement-breakpoint
-- What a figure rests on stays as long as the figure.
CREATE FUNCTION keep_real() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.county_code >= 990000 THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% of a real county are kept', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_kept BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION keep_real();
--> statement-breakpoint
CREATE TRIGGER reports_kept BEFORE DELETE ON reports FOR EACH ROW EXECUTE FUNCTION keep_real();
--> statement-breakpoint
CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION keep_real();
--> statement-breakpoint
CREATE TRIGGER candidates_kept BEFORE DELETE ON candidates FOR EACH ROW EXECUTE FUNCTION keep_real();
--> statement-breakpoint
CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION keep_real();
