-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "delegationId" UUID;

-- CreateTable
CREATE TABLE "SigningDelegation" (
    "id" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "grantedById" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "outcomes" TEXT[],
    "zoneId" UUID,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE NOT NULL,
    "paperNumber" TEXT NOT NULL,
    "paperDay" DATE NOT NULL,
    "documentId" UUID NOT NULL,
    "revokedFrom" DATE,
    "revokedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SigningDelegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SigningDelegation_documentId_key" ON "SigningDelegation"("documentId");

-- CreateIndex
CREATE INDEX "SigningDelegation_delegateId_untilDay_idx" ON "SigningDelegation"("delegateId", "untilDay");

-- CreateIndex
CREATE INDEX "SigningDelegation_fromDay_idx" ON "SigningDelegation"("fromDay");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "SigningDelegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningDelegation" ADD CONSTRAINT "SigningDelegation_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningDelegation" ADD CONSTRAINT "SigningDelegation_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningDelegation" ADD CONSTRAINT "SigningDelegation_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningDelegation" ADD CONSTRAINT "SigningDelegation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say.
ALTER TABLE "SigningDelegation"
  ADD CONSTRAINT "SigningDelegation_period" CHECK ("fromDay" <= "untilDay"),
  ADD CONSTRAINT "SigningDelegation_form" CHECK ("form" IN ('KT', 'TUQ')),
  ADD CONSTRAINT "SigningDelegation_outcomes" CHECK (cardinality("outcomes") > 0 AND "outcomes" <@ ARRAY['approved', 'refused']),
  ADD CONSTRAINT "SigningDelegation_somebody_else" CHECK ("delegateId" <> "grantedById");

-- What was given stands as it was given; that it ended is added.
CREATE TRIGGER "SigningDelegation_words_kept" BEFORE UPDATE OF "delegateId", "grantedById", "form", "outcomes", "zoneId",
  "fromDay", "untilDay", "paperNumber", "paperDay", "documentId", "createdAt"
  ON "SigningDelegation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SigningDelegation_kept" BEFORE DELETE OR TRUNCATE ON "SigningDelegation"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
