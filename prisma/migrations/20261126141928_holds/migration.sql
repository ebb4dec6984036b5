-- AlterTable
ALTER TABLE "Hold" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "expiryToldAt" TIMESTAMPTZ(3),
ADD COLUMN     "extendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "extensionReason" TEXT,
ADD COLUMN     "leaseDocumentId" UUID,
ADD COLUMN     "leaseFromDay" DATE,
ADD COLUMN     "leaseNumber" TEXT,
ADD COLUMN     "leaseUntilDay" DATE;

-- AlterTable
ALTER TABLE "Interest" ADD COLUMN     "consentScope" TEXT NOT NULL DEFAULT 'none';

-- CreateTable
CREATE TABLE "WaitingEntry" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredAt" TIMESTAMPTZ(3),
    "offerUntil" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WaitingEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitingPlot" (
    "entryId" UUID NOT NULL,
    "plotId" UUID NOT NULL,

    CONSTRAINT "WaitingPlot_pkey" PRIMARY KEY ("entryId","plotId")
);

-- CreateTable
CREATE TABLE "DeveloperRequest" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "zoneId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueDay" DATE,
    "offerUntilDay" DATE,
    "priceText" TEXT,
    "conditions" TEXT,
    "declineReason" TEXT,
    "declineText" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "escalatedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeveloperRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeveloperQuestion" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeveloperQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WaitingEntry_position_key" ON "WaitingEntry"("position");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingEntry_hash_key" ON "WaitingEntry"("hash");

-- CreateIndex
CREATE INDEX "WaitingEntry_state_position_idx" ON "WaitingEntry"("state", "position");

-- CreateIndex
CREATE INDEX "WaitingEntry_caseId_idx" ON "WaitingEntry"("caseId");

-- CreateIndex
CREATE INDEX "WaitingPlot_plotId_idx" ON "WaitingPlot"("plotId");

-- CreateIndex
CREATE UNIQUE INDEX "DeveloperRequest_caseId_key" ON "DeveloperRequest"("caseId");

-- CreateIndex
CREATE INDEX "DeveloperRequest_zoneId_askedAt_idx" ON "DeveloperRequest"("zoneId", "askedAt");

-- CreateIndex
CREATE INDEX "DeveloperRequest_dueDay_escalatedAt_idx" ON "DeveloperRequest"("dueDay", "escalatedAt");

-- CreateIndex
CREATE INDEX "DeveloperQuestion_requestId_askedAt_idx" ON "DeveloperQuestion"("requestId", "askedAt");

-- CreateIndex
CREATE INDEX "Hold_expiryToldAt_untilInstant_idx" ON "Hold"("expiryToldAt", "untilInstant");

-- AddForeignKey
ALTER TABLE "WaitingEntry" ADD CONSTRAINT "WaitingEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingPlot" ADD CONSTRAINT "WaitingPlot_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "WaitingEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingPlot" ADD CONSTRAINT "WaitingPlot_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeveloperRequest" ADD CONSTRAINT "DeveloperRequest_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeveloperRequest" ADD CONSTRAINT "DeveloperRequest_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeveloperQuestion" ADD CONSTRAINT "DeveloperQuestion_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "DeveloperRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say. Written by hand.
CREATE UNIQUE INDEX "Hold_requested_once" ON "Hold" ("caseId") WHERE "state" = 'requested';
CREATE UNIQUE INDEX "WaitingEntry_open_once" ON "WaitingEntry" ("caseId") WHERE "state" IN ('waiting', 'offered');
CREATE UNIQUE INDEX "DeveloperQuestion_unanswered_once" ON "DeveloperQuestion" ("requestId") WHERE "answeredAt" IS NULL;

-- A place in the line is kept as it was given; only what became of it is written.
CREATE FUNCTION refuse_other_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."caseId", NEW."position", NEW."previousHash", NEW."hash", NEW."askedAt")
    IS NOT DISTINCT FROM (OLD."caseId", OLD."position", OLD."previousHash", OLD."hash", OLD."askedAt") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % refused: its rows are kept as they are', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
CREATE TRIGGER "WaitingEntry_kept" BEFORE UPDATE OR DELETE ON "WaitingEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_place();
