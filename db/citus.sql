-- Spreads the database over the machines of a Citus cluster by county: docs/scale.md says why each statement stands here.
-- After `fadu migrate`, on the coordinator, as the owner of the tables, each statement by itself:
--   psql --no-psqlrc -v ON_ERROR_STOP=1 -f db/citus.sql "$DATABASE_URL"
-- It may be run again, after a failure or after adding machines. Nobody may write meanwhile: stop the site first.
--
-- Stay on the coordinator: accounts, audit_head, audit_log, credentials, division_totals, import_items, import_jobs, saved_views,
-- sessions, sign_in_failures, verifications.

create extension if not exists citus;

-- 1. Settings of this database. What SET LOCAL says of the actor goes with a transaction to every machine, where the row-level
-- policies ask for it; triggers of distributed tables stay on the row's own machine.
do $$
begin
  execute format('alter database %I set citus.propagate_set_commands = %L', current_database(), 'local');
  execute format('alter database %I set citus.enable_unsafe_triggers = %L', current_database(), 'on');
end $$;
set citus.propagate_set_commands = 'local';
set citus.enable_unsafe_triggers = on;

-- 2. Machines call one another as whoever a transaction runs as. Without a password nobody else can sign in as these two.
alter role fadu_app login;
alter role fadu_accounts login;

-- 3. What policies and triggers call while a row is at hand: they ask for the row's own county, or for a setting.
alter function fadu_reads_published() set citus.allow_nested_distributed_execution = on;
alter function question_is_closed(integer, uuid) set citus.allow_nested_distributed_execution = on;
alter function count_revision() set citus.allow_nested_distributed_execution = on;
select create_distributed_function(name)
from unnest(array['fadu_role()', 'fadu_town()', 'fadu_reads_published()', 'question_is_closed(integer,uuid)']::regprocedure[]) as name
where exists (select from pg_dist_node where groupid <> 0);

-- 4. Rights on single columns are not passed on: the whole table's are, and the triggers of observations and targets let
-- nothing but the end of a version through; towns_lock lets no change through at all.
grant update on observations, targets, towns to fadu_app;

-- 5. Policies without subqueries, which Citus has none of. What hangs on a report goes by the officer's county here; reports,
-- questions and their entries, through which every page goes, still by the town.
alter policy documents_own_town on documents using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy evidence_own_town on evidence using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy evidence_own_source on evidence using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy candidates_own_town on candidates using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy decisions_own_town on decisions using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy findings_own_town on findings using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy finding_decisions_own_town on finding_decisions
  using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy number_decisions_own_town on number_decisions
  using (fadu_role() = 'town_officer' and county_code = fadu_town() / 1000);
alter policy evidence_published on evidence using (fadu_role() <> 'reviewer' and fadu_reads_published());
alter policy candidates_published on candidates using (fadu_role() <> 'reviewer' and fadu_reads_published());
alter policy questions_begin on questions
  with check (fadu_role() = 'town_officer' and town_code = fadu_town() and begun_by_role = 'town_officer');
-- The others ask the same as before, without the brackets that let one machine ask once a query.
do $$
declare
  bracket constant text := '\( SELECT (fadu_[a-z_]+\(\)) AS fadu_[a-z_]+\)';
  policy record;
begin
  for policy in
    select tablename, policyname, regexp_replace(qual, bracket, '\1', 'g') as qual,
      regexp_replace(with_check, bracket, '\1', 'g') as with_check
    from pg_policies
    where schemaname = 'public' and (qual ~ bracket or with_check ~ bracket) and tablename in (
      'metrics', 'towns', 'settings',
      'documents', 'reports', 'evidence', 'candidates', 'decisions', 'findings', 'finding_decisions', 'number_decisions',
      'desk_presence', 'publications', 'observations', 'targets', 'questions', 'question_entries', 'data_revisions')
  loop
    execute format('alter policy %I on %I', policy.policyname, policy.tablename)
      || coalesce(' using (' || policy.qual || ')', '') || coalesce(' with check (' || policy.with_check || ')', '');
  end loop;
end $$;

-- 6. Foreign keys come off while the tables move. Those from accounts and totals stay off: Citus would take them, which are the
-- coordinator's own, under its hand, and no town or metric is ever removed.
alter table accounts drop constraint if exists accounts_town_code_towns_code_fk;
alter table division_totals drop constraint if exists division_totals_metric_id_metrics_id_fk;
alter table reports drop constraint if exists reports_county_code_document_id_documents_county_code_id_fk;
alter table reports drop constraint if exists reports_county_code_town_code_towns_county_code_code_fk;
alter table evidence drop constraint if exists evidence_county_code_document_id_text_length_documents_county_c;
alter table candidates drop constraint if exists candidates_county_code_evidence_id_evidence_county_code_id_fk;
alter table candidates drop constraint if exists candidates_county_code_report_id_reports_county_code_id_fk;
alter table candidates drop constraint if exists candidates_metric_id_metrics_id_fk;
alter table decisions drop constraint if exists decisions_county_code_candidate_id_candidates_county_code_id_fk;
alter table findings drop constraint if exists findings_county_code_report_id_reports_county_code_id_fk;
alter table finding_decisions drop constraint if exists finding_decisions_county_code_finding_id_findings_county_code_i;
alter table number_decisions drop constraint if exists number_decisions_county_code_report_id_reports_county_code_id_f;
alter table desk_presence drop constraint if exists desk_presence_county_code_report_id_reports_county_code_id_fk;
alter table publications drop constraint if exists publications_county_code_report_id_reports_county_code_id_fk;
alter table observations drop constraint if exists observations_county_code_candidate_id_candidates_county_code_id;
alter table observations drop constraint if exists observations_county_code_ended_by_id_publications_county_code_i;
alter table observations drop constraint if exists observations_county_code_evidence_id_evidence_county_code_id_fk;
alter table observations drop constraint if exists observations_county_code_publication_id_publications_county_cod;
alter table observations drop constraint if exists observations_county_code_town_code_towns_county_code_code_fk;
alter table observations drop constraint if exists observations_metric_id_metrics_id_fk;
alter table targets drop constraint if exists targets_county_code_candidate_id_candidates_county_code_id_fk;
alter table targets drop constraint if exists targets_county_code_ended_by_id_publications_county_code_id_fk;
alter table targets drop constraint if exists targets_county_code_evidence_id_evidence_county_code_id_fk;
alter table targets drop constraint if exists targets_county_code_publication_id_publications_county_code_id_;
alter table targets drop constraint if exists targets_county_code_town_code_towns_county_code_code_fk;
alter table targets drop constraint if exists targets_metric_id_metrics_id_fk;
alter table questions drop constraint if exists questions_county_code_candidate_id_candidates_county_code_id_fk;
alter table questions drop constraint if exists questions_county_code_finding_id_findings_county_code_id_fk;
alter table questions drop constraint if exists questions_county_code_report_id_reports_county_code_id_fk;
alter table questions drop constraint if exists questions_metric_id_metrics_id_fk;
alter table question_entries drop constraint if exists question_entries_county_code_question_id_town_code_questions_co;

-- 7. Reference tables: whole on every machine, so that every join and foreign key to them stays there.
select create_reference_table('metrics')
  where not exists (select from pg_dist_partition where logicalrelid = 'metrics'::regclass);
select create_reference_table('towns')
  where not exists (select from pg_dist_partition where logicalrelid = 'towns'::regclass);
select create_reference_table('settings')
  where not exists (select from pg_dist_partition where logicalrelid = 'settings'::regclass);

-- 8. Distributed tables: by county, all co-located, so that whatever is of one county stands on one machine.
select create_distributed_table('documents', 'county_code', colocate_with => 'none')
  where not exists (select from pg_dist_partition where logicalrelid = 'documents'::regclass);
select create_distributed_table('reports', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'reports'::regclass);
select create_distributed_table('evidence', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'evidence'::regclass);
select create_distributed_table('candidates', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'candidates'::regclass);
select create_distributed_table('decisions', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'decisions'::regclass);
select create_distributed_table('findings', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'findings'::regclass);
select create_distributed_table('finding_decisions', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'finding_decisions'::regclass);
select create_distributed_table('number_decisions', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'number_decisions'::regclass);
select create_distributed_table('desk_presence', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'desk_presence'::regclass);
select create_distributed_table('publications', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'publications'::regclass);
select create_distributed_table('observations', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'observations'::regclass);
select create_distributed_table('targets', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'targets'::regclass);
select create_distributed_table('questions', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'questions'::regclass);
select create_distributed_table('question_entries', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'question_entries'::regclass);
select create_distributed_table('data_revisions', 'county_code', colocate_with => 'documents')
  where not exists (select from pg_dist_partition where logicalrelid = 'data_revisions'::regclass);

-- 9. The foreign keys again, from shard to shard of one county and to the reference tables.
alter table reports add constraint reports_county_code_document_id_documents_county_code_id_fk
  foreign key (county_code, document_id) references documents(county_code, id);
alter table reports add constraint reports_county_code_town_code_towns_county_code_code_fk
  foreign key (county_code, town_code) references towns(county_code, code);
alter table evidence add constraint evidence_county_code_document_id_text_length_documents_county_c
  foreign key (county_code, document_id, text_length) references documents(county_code, id, text_length);
alter table candidates add constraint candidates_county_code_evidence_id_evidence_county_code_id_fk
  foreign key (county_code, evidence_id) references evidence(county_code, id);
alter table candidates add constraint candidates_county_code_report_id_reports_county_code_id_fk
  foreign key (county_code, report_id) references reports(county_code, id);
alter table candidates add constraint candidates_metric_id_metrics_id_fk
  foreign key (metric_id) references metrics(id);
alter table decisions add constraint decisions_county_code_candidate_id_candidates_county_code_id_fk
  foreign key (county_code, candidate_id) references candidates(county_code, id);
alter table findings add constraint findings_county_code_report_id_reports_county_code_id_fk
  foreign key (county_code, report_id) references reports(county_code, id);
alter table finding_decisions add constraint finding_decisions_county_code_finding_id_findings_county_code_i
  foreign key (county_code, finding_id) references findings(county_code, id);
alter table number_decisions add constraint number_decisions_county_code_report_id_reports_county_code_id_f
  foreign key (county_code, report_id) references reports(county_code, id);
alter table desk_presence add constraint desk_presence_county_code_report_id_reports_county_code_id_fk
  foreign key (county_code, report_id) references reports(county_code, id);
alter table publications add constraint publications_county_code_report_id_reports_county_code_id_fk
  foreign key (county_code, report_id) references reports(county_code, id);
alter table observations add constraint observations_county_code_candidate_id_candidates_county_code_id
  foreign key (county_code, candidate_id) references candidates(county_code, id);
alter table observations add constraint observations_county_code_ended_by_id_publications_county_code_i
  foreign key (county_code, ended_by_id) references publications(county_code, id);
alter table observations add constraint observations_county_code_evidence_id_evidence_county_code_id_fk
  foreign key (county_code, evidence_id) references evidence(county_code, id);
alter table observations add constraint observations_county_code_publication_id_publications_county_cod
  foreign key (county_code, publication_id) references publications(county_code, id);
alter table observations add constraint observations_county_code_town_code_towns_county_code_code_fk
  foreign key (county_code, town_code) references towns(county_code, code);
alter table observations add constraint observations_metric_id_metrics_id_fk
  foreign key (metric_id) references metrics(id);
alter table targets add constraint targets_county_code_candidate_id_candidates_county_code_id_fk
  foreign key (county_code, candidate_id) references candidates(county_code, id);
alter table targets add constraint targets_county_code_ended_by_id_publications_county_code_id_fk
  foreign key (county_code, ended_by_id) references publications(county_code, id);
alter table targets add constraint targets_county_code_evidence_id_evidence_county_code_id_fk
  foreign key (county_code, evidence_id) references evidence(county_code, id);
alter table targets add constraint targets_county_code_publication_id_publications_county_code_id_
  foreign key (county_code, publication_id) references publications(county_code, id);
alter table targets add constraint targets_county_code_town_code_towns_county_code_code_fk
  foreign key (county_code, town_code) references towns(county_code, code);
alter table targets add constraint targets_metric_id_metrics_id_fk
  foreign key (metric_id) references metrics(id);
alter table questions add constraint questions_county_code_candidate_id_candidates_county_code_id_fk
  foreign key (county_code, candidate_id) references candidates(county_code, id);
alter table questions add constraint questions_county_code_finding_id_findings_county_code_id_fk
  foreign key (county_code, finding_id) references findings(county_code, id);
alter table questions add constraint questions_county_code_report_id_reports_county_code_id_fk
  foreign key (county_code, report_id) references reports(county_code, id);
alter table questions add constraint questions_metric_id_metrics_id_fk
  foreign key (metric_id) references metrics(id);
alter table question_entries add constraint question_entries_county_code_question_id_town_code_questions_co
  foreign key (county_code, question_id, town_code) references questions(county_code, id, town_code);

-- 10. Totals. A trigger of a shard cannot reach the sums of other machines' counties; the line that every publication writes
-- into the log, on the coordinator and in the same transaction, counts its county and province anew.
drop trigger if exists observations_add_to_totals on observations;
drop trigger if exists observations_end_in_totals on observations;
drop trigger if exists observations_take_from_totals on observations;
grant insert, delete on division_totals to fadu_app;
drop policy if exists division_totals_count on division_totals;
create policy division_totals_count on division_totals for insert to fadu_app with check (fadu_role() = 'reviewer');
drop policy if exists division_totals_recount on division_totals;
create policy division_totals_recount on division_totals for delete to fadu_app using (fadu_role() = 'reviewer');
create or replace function recount_totals() returns trigger language plpgsql as $$
declare
  county constant integer := new.county_code;
  province constant integer := new.county_code / 10000 * 10000;
begin
  delete from division_totals where county_code in (county, province);
  insert into division_totals
  select county, metric_id, reference_year, coalesce(sum(value), 0), count(value), count(missing),
    count(*) filter (where exactness = 'over'), count(*) filter (where exactness = 'under'),
    count(*) filter (where exactness in ('about', 'range'))
  from observations where county_code = county and superseded_at is null group by metric_id, reference_year;
  insert into division_totals
  select province, metric_id, reference_year, sum(total), sum(stated), sum(missing), sum(said_over), sum(said_under), sum(said_about)
  from division_totals where county_code > province and county_code < province + 10000 group by metric_id, reference_year;
  return null;
end $$;
drop trigger if exists audit_log_recounts on audit_log;
create trigger audit_log_recounts after insert on audit_log for each row
  when (new.county_code is not null and new.action in ('report.publish', 'report.revise', 'demonstration.empty'))
  execute function recount_totals();
