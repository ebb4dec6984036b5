-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "appealOfId" UUID;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "supersedesId" UUID;

-- AlterTable
ALTER TABLE "Interest" ADD COLUMN     "appealGround" TEXT,
ADD COLUMN     "appealOfCaseId" UUID,
ADD COLUMN     "matchRunId" UUID;

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "interestId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "supersedesId" UUID,
    "fileName" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'uploading',
    "failure" JSONB,
    "documentId" UUID,
    "uploadedById" UUID NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuplicatePair" (
    "id" UUID NOT NULL,
    "earlierId" UUID NOT NULL,
    "laterId" UUID NOT NULL,
    "reasons" TEXT[],
    "verdict" TEXT,
    "note" TEXT,
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DuplicatePair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Upload_documentId_key" ON "Upload"("documentId");

-- CreateIndex
CREATE INDEX "Upload_interestId_state_idx" ON "Upload"("interestId", "state");

-- CreateIndex
CREATE INDEX "Upload_state_heardAt_idx" ON "Upload"("state", "heardAt");

-- CreateIndex
CREATE INDEX "DuplicatePair_laterId_idx" ON "DuplicatePair"("laterId");

-- CreateIndex
CREATE INDEX "DuplicatePair_verdict_createdAt_idx" ON "DuplicatePair"("verdict", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicatePair_earlierId_laterId_key" ON "DuplicatePair"("earlierId", "laterId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_appealOfId_key" ON "CaseFile"("appealOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_supersedesId_key" ON "Document"("supersedesId");

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_matchRunId_fkey" FOREIGN KEY ("matchRunId") REFERENCES "MatchRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_appealOfCaseId_fkey" FOREIGN KEY ("appealOfCaseId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_appealOfId_fkey" FOREIGN KEY ("appealOfId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_earlierId_fkey" FOREIGN KEY ("earlierId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- by hand
CREATE UNIQUE INDEX "Interest_appeal_draft" ON "Interest"("appealOfCaseId") WHERE "state" = 'draft' AND "appealOfCaseId" IS NOT NULL;
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_received" CHECK ("receivedBytes" BETWEEN 0 AND "sizeBytes");
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_two" CHECK ("earlierId" <> "laterId");
