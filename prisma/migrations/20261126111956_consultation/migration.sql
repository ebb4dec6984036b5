-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "agencyName" TEXT NOT NULL,
    "contactName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'vi',
    "question" TEXT NOT NULL,
    "silence" TEXT NOT NULL,
    "silenceBasis" TEXT,
    "documentIds" UUID[],
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueDay" DATE NOT NULL,
    "tokenHashes" TEXT[],
    "remindedOn" DATE,
    "opinion" TEXT,
    "answer" TEXT,
    "answeredByName" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Consultation_caseId_askedAt_idx" ON "Consultation"("caseId", "askedAt");

-- CreateIndex
CREATE INDEX "Consultation_tokenHashes_idx" ON "Consultation" USING GIN ("tokenHashes");

-- CreateIndex
CREATE INDEX "Consultation_answeredAt_dueDay_idx" ON "Consultation"("answeredAt", "dueDay");

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
