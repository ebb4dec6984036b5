-- What schema.prisma cannot say. Written by hand; `prisma/migrate.ts` sees no difference in it.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A plot is held once at a time. A release before the beginning leaves an empty range, which overlaps nothing.
ALTER TABLE "HoldPlot"
  ADD CONSTRAINT "HoldPlot_range_check" CHECK ("fromInstant" <= "untilInstant"),
  ADD CONSTRAINT "HoldPlot_held_once"
    EXCLUDE USING gist ("plotId" WITH =, tstzrange("fromInstant", "untilInstant") WITH &&);

-- Records that only grow.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % refused: its rows are kept as they are', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END;
$$;

CREATE TRIGGER "AuditEntry_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Retention may erase a detail, nobody may rewrite it.
CREATE TRIGGER "AuditDetail_kept" BEFORE UPDATE ON "AuditDetail"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Receipt_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CapacityEntry_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CapacityEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Decision_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At most one open.
CREATE UNIQUE INDEX "Membership_open_once" ON "Membership" ("personId", "organizationId") WHERE "untilDay" IS NULL;
CREATE UNIQUE INDEX "Recommendation_unreviewed_once" ON "Recommendation" ("caseId") WHERE "review" IS NULL;
CREATE UNIQUE INDEX "Supplement_unanswered_once" ON "Supplement" ("caseId") WHERE "answeredAt" IS NULL;
CREATE UNIQUE INDEX "Fact_of_plot_in_force_once" ON "Fact" ("plotId", "key")
  WHERE "plotId" IS NOT NULL AND "supersededAt" IS NULL;
CREATE UNIQUE INDEX "Fact_of_zone_in_force_once" ON "Fact" ("zoneId", "key")
  WHERE "zoneId" IS NOT NULL AND "supersededAt" IS NULL;

ALTER TABLE "Fact" ADD CONSTRAINT "Fact_one_subject_check" CHECK (num_nonnulls("plotId", "zoneId") = 1);
ALTER TABLE "CapacityEntry" ADD CONSTRAINT "CapacityEntry_amount_check" CHECK ("amount" >= 0 OR "kind" = 'committed');
ALTER TABLE "HoldCapacity" ADD CONSTRAINT "HoldCapacity_amount_check" CHECK ("amount" >= 0);
ALTER TABLE "Plot" ADD CONSTRAINT "Plot_area_check" CHECK ("areaM2" > 0);
