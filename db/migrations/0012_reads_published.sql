-- It is asked by the application and, within held_reports and held_counties, by the owner. What a function keeps prepared is
-- planned anew whenever who asks is another one than the last, where row-level security has a say: a series of the public spent
-- a third of its time on that. As the owner's it is planned once, and names its schema, so that no other table can stand in.
CREATE OR REPLACE FUNCTION fadu_reads_published() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
  IF public.fadu_role() IN ('reviewer', 'leader', 'town_officer', 'administrator') THEN RETURN true; END IF;
  IF public.fadu_role() <> 'public' THEN RETURN false; END IF;
  RETURN coalesce((SELECT value->>'on' = 'true' FROM public.settings WHERE name = 'open_reading'), false);
END $$;
