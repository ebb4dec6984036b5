-- CreateTable
CREATE TABLE "CaseMessage" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "behalf" TEXT,
    "text" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "readById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseMessageDocument" (
    "messageId" UUID NOT NULL,
    "documentId" UUID NOT NULL,

    CONSTRAINT "CaseMessageDocument_pkey" PRIMARY KEY ("messageId","documentId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT,
    "rhythm" TEXT NOT NULL,
    "caseId" UUID,
    "outboxId" UUID,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticePreference" (
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticePreference_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "AccessLog" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID NOT NULL,
    "actorRole" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "caseId" UUID,
    "address" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "AccessLog_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CaseMessage_caseId_createdAt_idx" ON "CaseMessage"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_personId_id_idx" ON "Notice"("personId", "id");

-- CreateIndex
CREATE INDEX "AccessLog_personId_id_idx" ON "AccessLog"("personId", "id");

-- CreateIndex
CREATE INDEX "AccessLog_caseId_id_idx" ON "AccessLog"("caseId", "id");

-- CreateIndex
CREATE INDEX "AccessLog_kind_subject_id_idx" ON "AccessLog"("kind", "subject", "id");

-- CreateIndex
CREATE INDEX "AccessLog_at_idx" ON "AccessLog"("at");

-- AddForeignKey
ALTER TABLE "CaseMessage" ADD CONSTRAINT "CaseMessage_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMessage" ADD CONSTRAINT "CaseMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMessageDocument" ADD CONSTRAINT "CaseMessageDocument_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "CaseMessage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMessageDocument" ADD CONSTRAINT "CaseMessageDocument_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "Outbox"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticePreference" ADD CONSTRAINT "NoticePreference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say.
CREATE INDEX "Notice_unread" ON "Notice" ("personId") WHERE "readAt" IS NULL; -- the count in the header
CREATE INDEX "Notice_waiting" ON "Notice" ("createdAt") WHERE "rhythm" = 'daily' AND "outboxId" IS NULL; -- digests due

-- Its words stand as they were written; marks may be added.
CREATE TRIGGER "Notice_words_kept" BEFORE UPDATE OF "personId", "kind", "lang", "subject", "text", "path", "createdAt"
  ON "Notice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CaseMessage_words_kept" BEFORE UPDATE OF "caseId", "authorId", "side", "behalf", "text", "createdAt"
  ON "CaseMessage" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CaseMessage_kept" BEFORE DELETE OR TRUNCATE ON "CaseMessage"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who read what: kept for 24 months (domain/report/personal-read.ts), then erased, never changed.
CREATE TRIGGER "AccessLog_kept" BEFORE UPDATE OR TRUNCATE ON "AccessLog"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AccessLog_young_kept" BEFORE DELETE ON "AccessLog"
  FOR EACH ROW WHEN (OLD."at" > now() - interval '24 months') EXECUTE FUNCTION refuse_change();
