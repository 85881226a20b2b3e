-- Two roles that nobody can log in with: what a transaction runs as. An owner who may not create roles has them made
-- beforehand: create role fadu_app nologin; create role fadu_accounts nologin; grant fadu_app, fadu_accounts to OWNER;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['fadu_app', 'fadu_accounts'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
    IF NOT pg_has_role(current_user, name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO %I', name, current_user);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO fadu_app, fadu_accounts;
--> statement-breakpoint
-- Who acts in this transaction: set by db/as-actor.ts, empty outside of it.
CREATE FUNCTION fadu_role() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('fadu.role', true), '')
$$;
--> statement-breakpoint
CREATE FUNCTION fadu_town() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('fadu.town', true), '')::integer
$$;
--> statement-breakpoint
-- Whether the actor may read published figures; the public only where the office opened them.
CREATE FUNCTION fadu_reads_published() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE fadu_role()
    WHEN 'reviewer' THEN true WHEN 'leader' THEN true WHEN 'town_officer' THEN true WHEN 'administrator' THEN true
    WHEN 'public' THEN coalesce((SELECT value->>'on' = 'true' FROM settings WHERE name = 'open_reading'), false)
    ELSE false END
$$;
--> statement-breakpoint
-- Reference tables: read by all. Towns may be locked by a reviewer, which asks for the right to update, and changed by none.
GRANT SELECT ON metrics, towns TO fadu_app, fadu_accounts;
--> statement-breakpoint
GRANT UPDATE (code) ON towns TO fadu_app;
--> statement-breakpoint
ALTER TABLE towns ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY towns_read ON towns FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY towns_lock ON towns FOR UPDATE USING ((SELECT fadu_role()) = 'reviewer') WITH CHECK (false);
--> statement-breakpoint
-- Reports and what was read from them: the reviewer's; a town officer reads those of the own town. Only an invented
-- county's may be removed.
GRANT SELECT, INSERT, DELETE ON documents, reports, evidence, candidates, decisions, findings, observations, targets TO fadu_app;
--> statement-breakpoint
GRANT UPDATE ON reports TO fadu_app;
--> statement-breakpoint
GRANT UPDATE (superseded_at) ON observations, targets TO fadu_app;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['documents', 'reports', 'evidence', 'candidates', 'decisions', 'findings', 'observations', 'targets'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING ((SELECT fadu_role()) = ''reviewer'')', name || '_review', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT fadu_role()) = ''reviewer'')', name || '_add', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING ((SELECT fadu_role()) = ''reviewer'' AND county_code >= 990000)', name || '_empty', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY reports_change ON reports FOR UPDATE USING ((SELECT fadu_role()) = 'reviewer');
--> statement-breakpoint
CREATE POLICY observations_supersede ON observations FOR UPDATE USING ((SELECT fadu_role()) = 'reviewer');
--> statement-breakpoint
CREATE POLICY targets_supersede ON targets FOR UPDATE USING ((SELECT fadu_role()) = 'reviewer');
--> statement-breakpoint
CREATE POLICY reports_own_town ON reports FOR SELECT
  USING ((SELECT fadu_role()) = 'town_officer' AND town_code = (SELECT fadu_town()));
--> statement-breakpoint
CREATE POLICY documents_own_town ON documents FOR SELECT
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM reports r WHERE r.county_code = documents.county_code AND r.document_id = documents.id));
--> statement-breakpoint
CREATE POLICY evidence_own_town ON evidence FOR SELECT
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM reports r WHERE r.county_code = evidence.county_code AND r.document_id = evidence.document_id));
--> statement-breakpoint
CREATE POLICY candidates_own_town ON candidates FOR SELECT
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM reports r WHERE r.county_code = candidates.county_code AND r.id = candidates.report_id));
--> statement-breakpoint
CREATE POLICY findings_own_town ON findings FOR SELECT
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM reports r WHERE r.county_code = findings.county_code AND r.id = findings.report_id));
--> statement-breakpoint
CREATE POLICY decisions_own_town ON decisions FOR SELECT
  USING ((SELECT fadu_role()) = 'town_officer' AND EXISTS (
    SELECT FROM candidates c JOIN reports r ON r.county_code = c.county_code AND r.id = c.report_id
    WHERE c.county_code = decisions.county_code AND c.id = decisions.candidate_id));
--> statement-breakpoint
-- Published figures, and the place in the report that each rests on.
CREATE POLICY observations_published ON observations FOR SELECT USING ((SELECT fadu_reads_published()));
--> statement-breakpoint
CREATE POLICY targets_published ON targets FOR SELECT USING ((SELECT fadu_reads_published()));
--> statement-breakpoint
CREATE POLICY evidence_published ON evidence FOR SELECT
  USING ((SELECT fadu_role()) <> 'reviewer' AND (SELECT fadu_reads_published()) AND (
    EXISTS (SELECT FROM observations o WHERE o.county_code = evidence.county_code AND o.evidence_id = evidence.id)
    OR EXISTS (SELECT FROM targets t WHERE t.county_code = evidence.county_code AND t.evidence_id = evidence.id)));
--> statement-breakpoint
CREATE POLICY candidates_published ON candidates FOR SELECT
  USING ((SELECT fadu_role()) <> 'reviewer' AND (SELECT fadu_reads_published()) AND (
    EXISTS (SELECT FROM observations o WHERE o.county_code = candidates.county_code AND o.candidate_id = candidates.id)
    OR EXISTS (SELECT FROM targets t WHERE t.county_code = candidates.county_code AND t.candidate_id = candidates.id)));
--> statement-breakpoint
-- That a report is held is no figure: without it a chart could not tell "not stated" from "no report".
CREATE FUNCTION held_reports(county integer)
RETURNS TABLE (town_code integer, reference_year smallint, version smallint, document_id uuid, published_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.town_code, r.reference_year, r.version, r.document_id, r.published_on FROM reports r
  WHERE r.county_code = county AND r.counts AND fadu_reads_published()
$$;
--> statement-breakpoint
CREATE FUNCTION held_counties() RETURNS TABLE (county_code integer, reports integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.county_code, count(*)::integer FROM reports r WHERE fadu_reads_published() GROUP BY r.county_code
$$;
--> statement-breakpoint
-- Settings: read inside any actor's transaction. The reviewer sets the office's county and empties the demonstration data.
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON settings TO fadu_app;
--> statement-breakpoint
GRANT SELECT ON settings TO fadu_accounts;
--> statement-breakpoint
CREATE POLICY settings_read ON settings FOR SELECT USING ((SELECT fadu_role()) <> '');
--> statement-breakpoint
CREATE POLICY settings_read_by_accounts ON settings FOR SELECT TO fadu_accounts USING (true);
--> statement-breakpoint
CREATE POLICY settings_administrator ON settings FOR ALL TO fadu_app
  USING ((SELECT fadu_role()) = 'administrator') WITH CHECK ((SELECT fadu_role()) = 'administrator');
--> statement-breakpoint
CREATE POLICY settings_reviewer ON settings FOR ALL TO fadu_app
  USING ((SELECT fadu_role()) = 'reviewer' AND name IN ('region', 'demonstration'))
  WITH CHECK ((SELECT fadu_role()) = 'reviewer' AND name IN ('region', 'demonstration'));
--> statement-breakpoint
-- Accounts: the account service only.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['accounts', 'sessions', 'credentials', 'verifications', 'sign_in_failures'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO fadu_accounts', name);
    EXECUTE format('CREATE POLICY %I ON %I TO fadu_accounts USING (true) WITH CHECK (true)', name || '_service', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT DELETE ON sessions, verifications, sign_in_failures TO fadu_accounts;
--> statement-breakpoint
-- The audit log: everybody's transaction adds, the auditor reads, nobody changes. Who and where come from the transaction,
-- number, time and hash from the chain; writers queue at its end until they commit, so that it cannot fork.
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_log TO fadu_app;
--> statement-breakpoint
GRANT INSERT ON audit_log TO fadu_accounts;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE audit_log_id_seq TO fadu_app, fadu_accounts;
--> statement-breakpoint
CREATE POLICY audit_log_add ON audit_log FOR INSERT WITH CHECK ((SELECT fadu_role()) <> '');
--> statement-breakpoint
CREATE POLICY audit_log_read ON audit_log FOR SELECT TO fadu_app USING ((SELECT fadu_role()) = 'auditor');
--> statement-breakpoint
CREATE FUNCTION audit_part(part text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(octet_length(part)::text || ':' || part, '-')
$$;
--> statement-breakpoint
-- services/check-audit.ts computes the same, so that a changed function shows as well.
CREATE FUNCTION audit_hash(line audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    audit_part(line.previous_hash) || audit_part(line.id::text)
    || audit_part(to_char(line.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'))
    || audit_part(line.actor_id) || audit_part(line.actor) || audit_part(line.channel) || audit_part(line.address)
    || audit_part(line.action) || audit_part(line.county_code::text) || audit_part(line.subject)
    || audit_part(line.before::text) || audit_part(line.after::text), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(20030715);
  SELECT id, hash INTO last FROM audit_log ORDER BY id DESC LIMIT 1;
  NEW.id := coalesce(last.id, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.actor_id := coalesce(nullif(current_setting('fadu.actor', true), ''), 'database');
  NEW.actor := coalesce(nullif(current_setting('fadu.name', true), ''), session_user);
  NEW.channel := coalesce(nullif(current_setting('fadu.channel', true), ''), 'database');
  NEW.address := nullif(current_setting('fadu.address', true), '');
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_head_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE audit_head SET last_id = l.id, hash = l.hash
  FROM (SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1) l;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Lines from before the chain are joined into it as they stand.
ALTER TABLE audit_log DISABLE TRIGGER USER;
--> statement-breakpoint
DO $$
DECLARE line audit_log; last_hash text := '';
BEGIN
  FOR line IN SELECT * FROM audit_log ORDER BY id LOOP
    line.actor_id := 'office';
    line.channel := 'terminal';
    line.previous_hash := last_hash;
    last_hash := audit_hash(line);
    UPDATE audit_log SET actor_id = line.actor_id, channel = line.channel, previous_hash = line.previous_hash, hash = last_hash
    WHERE id = line.id;
  END LOOP;
  INSERT INTO audit_head (last_id, hash) SELECT coalesce(max(id), 0), last_hash FROM audit_log;
END $$;
--> statement-breakpoint
ALTER TABLE audit_log ENABLE TRIGGER USER;
--> statement-breakpoint
CREATE TRIGGER audit_log_chain BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_chain();
--> statement-breakpoint
CREATE TRIGGER audit_log_head AFTER INSERT ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_head_follows();
--> statement-breakpoint
-- Accounts are disabled, never removed, and one administrator stays able to sign in.
CREATE FUNCTION keep_administrator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.role = 'administrator' AND NOT OLD.banned AND (NEW.role <> 'administrator' OR NEW.banned) THEN
    PERFORM pg_advisory_xact_lock(20030716);
    IF NOT EXISTS (SELECT FROM accounts WHERE role = 'administrator' AND NOT banned AND id <> OLD.id) THEN
      RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER accounts_keep_administrator BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION keep_administrator();
--> statement-breakpoint
CREATE TRIGGER accounts_kept BEFORE DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION refuse_change();
