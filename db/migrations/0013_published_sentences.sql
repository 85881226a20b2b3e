-- Figures with the sentences they were read from, for whoever may read what is published: that much the policies of both tables
-- together let through. Planned from those, a series carries thirty nested questions of who may see what, which took longer than
-- finding its figures; here one is asked, once.
CREATE VIEW published_sentences WITH (security_barrier) AS
  SELECT o.county_code, o.town_code, o.metric_id, o.reference_year, o.version, o.value, o.missing, o.exactness, o.low, o.high, o.flags,
    o.starts_at, o.recorded_at, o.superseded_at, e.quote, e.ends_at, e.sentence
  FROM observations o
  JOIN evidence e ON e.county_code = o.county_code AND e.id = o.evidence_id
  WHERE fadu_reads_published();
--> statement-breakpoint
GRANT SELECT ON published_sentences TO fadu_app;
