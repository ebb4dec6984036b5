-- DropIndex
DROP INDEX "CaseFile_state_intakeDueDay_idx";

-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "divisionKey" TEXT,
ADD COLUMN     "nextDueDay" DATE,
ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN     "divisionKey" TEXT;

-- CreateTable
CREATE TABLE "Division" (
    "key" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "zoneKinds" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "Division_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE NOT NULL,
    "note" TEXT,
    "recordedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseAssignment" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "officerId" UUID,
    "reason" TEXT,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_deputyId_untilDay_idx" ON "Absence"("deputyId", "untilDay");

-- CreateIndex
CREATE INDEX "Absence_untilDay_idx" ON "Absence"("untilDay");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_personId_name_key" ON "SavedFilter"("personId", "name");

-- CreateIndex
CREATE INDEX "CaseAssignment_caseId_at_idx" ON "CaseAssignment"("caseId", "at");

-- CreateIndex
CREATE INDEX "Interest_zoneId_idx" ON "Interest"("zoneId");

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_divisionKey_fkey" FOREIGN KEY ("divisionKey") REFERENCES "Division"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_divisionKey_fkey" FOREIGN KEY ("divisionKey") REFERENCES "Division"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseAssignment" ADD CONSTRAINT "CaseAssignment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseAssignment" ADD CONSTRAINT "CaseAssignment_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: the inbox reads open cases by the day due, those without one last, a page by key. Each index is one way of
-- asking: all of them, an officer's, a division's, a stage's; and ended cases by number.
CREATE INDEX "CaseFile_open_due_idx" ON "CaseFile" ((COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_officer_due_idx" ON "CaseFile" ("officerId", (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_division_due_idx" ON "CaseFile" ("divisionKey", (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_state_due_idx" ON "CaseFile" (state, (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_ended_number_idx" ON "CaseFile" (number)
  WHERE state IN ('refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_searchText_idx" ON "CaseFile" USING gin ("searchText" gin_trgm_ops);

UPDATE "CaseFile" c SET "searchText" = lower(unaccent(concat_ws(' ', c.number, o.name, z.code, z."nameText"->>'vi', (
  SELECT string_agg(p.code, ' ' ORDER BY p.code) FROM "InterestPlot" ip JOIN "Plot" p ON p.id = ip."plotId" WHERE ip."interestId" = i.id))))
FROM "Organization" o, "Interest" i JOIN "Zone" z ON z.id = i."zoneId"
WHERE o.id = c."organizationId" AND i.id = c."interestId";

INSERT INTO "CaseAssignment" (id, "caseId", kind, "officerId", "byId", at)
SELECT gen_random_uuid(), c.id, 'assigned', c."officerId", e."actorId", COALESCE(e.at, c."submittedAt")
FROM "CaseFile" c LEFT JOIN LATERAL (
  SELECT a."actorId", a.at FROM "AuditEntry" a WHERE a."caseId" = c.id AND a.act = 'case.assign' ORDER BY a.id DESC LIMIT 1) e ON true
WHERE c."officerId" IS NOT NULL;

CREATE TRIGGER "CaseAssignment_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CaseAssignment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Absence"
  ADD CONSTRAINT "Absence_period" CHECK ("fromDay" <= "untilDay"),
  ADD CONSTRAINT "Absence_somebody_else" CHECK ("personId" <> "deputyId"),
  ADD CONSTRAINT "Absence_once" EXCLUDE USING gist ("personId" WITH =, daterange("fromDay", "untilDay", '[]') WITH &&)
    WHERE ("endedAt" IS NULL);
