-- DropIndex
DROP INDEX "PublishedFigure_subject_key_idx";

-- AlterTable
ALTER TABLE "PublishedFigure" ADD COLUMN     "noteText" JSONB,
ADD COLUMN     "sourceKind" TEXT NOT NULL,
ALTER COLUMN "value" SET DATA TYPE DECIMAL(14,3),
ALTER COLUMN "asOf" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "PublishedFigure_subject_key_source_key" ON "PublishedFigure"("subject", "key", "source");
