-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "organizationId" UUID,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "validUntil" DATE;

-- AlterTable
ALTER TABLE "Interest" ADD COLUMN     "mandateId" UUID;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "mandateDocumentId" UUID,
ADD COLUMN     "mandateScope" TEXT;

-- CreateTable
CREATE TABLE "MemberInvitation" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "fromDay" DATE,
    "untilDay" DATE,
    "mandateDocumentId" UUID,
    "mandateScope" TEXT,
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MemberInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentUse" (
    "documentId" UUID NOT NULL,
    "interestId" UUID NOT NULL,
    "caseId" UUID,
    "usedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentUse_pkey" PRIMARY KEY ("documentId","interestId")
);

-- CreateIndex
CREATE UNIQUE INDEX "MemberInvitation_tokenHash_key" ON "MemberInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "MemberInvitation_organizationId_createdAt_idx" ON "MemberInvitation"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "DocumentUse_interestId_idx" ON "DocumentUse"("interestId");

-- CreateIndex
CREATE INDEX "DocumentUse_caseId_idx" ON "DocumentUse"("caseId");

-- CreateIndex
CREATE INDEX "Document_organizationId_idx" ON "Document"("organizationId");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_mandateDocumentId_fkey" FOREIGN KEY ("mandateDocumentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberInvitation" ADD CONSTRAINT "MemberInvitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberInvitation" ADD CONSTRAINT "MemberInvitation_mandateDocumentId_fkey" FOREIGN KEY ("mandateDocumentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberInvitation" ADD CONSTRAINT "MemberInvitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentUse" ADD CONSTRAINT "DocumentUse_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentUse" ADD CONSTRAINT "DocumentUse_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentUse" ADD CONSTRAINT "DocumentUse_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What schema.prisma cannot say.
-- An agent acts by a paper, for something, until a day; nobody else does.
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_mandate_check" CHECK (
  ("role" = 'agent') = ("mandateDocumentId" IS NOT NULL)
  AND ("role" <> 'agent' OR ("untilDay" IS NOT NULL AND "mandateScope" IS NOT NULL)));
CREATE UNIQUE INDEX "MemberInvitation_open_once" ON "MemberInvitation" ("organizationId", "email")
  WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;
