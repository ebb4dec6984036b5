-- AlterTable
ALTER TABLE "Supplement" ADD COLUMN     "countersignText" TEXT,
ADD COLUMN     "countersignedById" UUID,
ADD COLUMN     "letterCode" TEXT,
ADD COLUMN     "refusedAt" TIMESTAMPTZ(3),
ADD COLUMN     "secondReason" TEXT,
ADD COLUMN     "sentAt" TIMESTAMPTZ(3),
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT 'in_check';
ALTER TABLE "Supplement" ALTER COLUMN "stage" DROP DEFAULT;

-- What was asked until now left the house at once, and was asked for as papers.
UPDATE "Supplement" SET "sentAt" = "requestedAt", "items" = (
  SELECT jsonb_agg('{"type": "document", "about": null, "again": null}'::jsonb || item)
  FROM jsonb_array_elements("items") item
);

DROP INDEX "Supplement_unanswered_once";
CREATE UNIQUE INDEX "Supplement_unanswered_once" ON "Supplement" ("caseId")
  WHERE "answeredAt" IS NULL AND "refusedAt" IS NULL;
