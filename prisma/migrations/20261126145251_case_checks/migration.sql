-- AlterTable
ALTER TABLE "Recommendation" ADD COLUMN     "triage" JSONB;

-- CreateTable
CREATE TABLE "CaseCheck" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" JSONB,
    "required" BOOLEAN NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT,
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CaseCheck_caseId_stage_answeredAt_idx" ON "CaseCheck"("caseId", "stage", "answeredAt");

-- AddForeignKey
ALTER TABLE "CaseCheck" ADD CONSTRAINT "CaseCheck_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "CaseCheck_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CaseCheck"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
