-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN "zoneId" UUID;

-- By hand: what stands is the interest's.
UPDATE "CaseFile" c SET "zoneId" = i."zoneId" FROM "Interest" i WHERE i.id = c."interestId";
ALTER TABLE "CaseFile" ALTER COLUMN "zoneId" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: the inbox of a zone, by the day due.
CREATE INDEX "CaseFile_open_zone_due_idx" ON "CaseFile" ("zoneId", (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'returned', 'withdrawn', 'closed');
