-- DropIndex
DROP INDEX "PublishedFigure_subject_key_source_key";

-- AlterTable
ALTER TABLE "PublishedFigure" ADD COLUMN     "endReason" TEXT,
ADD COLUMN     "enteredBy" TEXT,
ADD COLUMN     "supersededAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "PublishedFigure_subject_key_idx" ON "PublishedFigure"("subject", "key");

-- A source says a figure once; what was corrected or taken back is said no more.
CREATE UNIQUE INDEX "PublishedFigure_said_once" ON "PublishedFigure"("subject", "key", "source")
  WHERE "supersededAt" IS NULL;
