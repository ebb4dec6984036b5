-- CreateTable
CREATE TABLE "Need" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "shareName" BOOLEAN NOT NULL DEFAULT false,
    "alert" TEXT NOT NULL DEFAULT 'at_once',
    "unsubscribeToken" TEXT NOT NULL,
    "lastMailedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchRun" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "needId" UUID,
    "createdById" UUID NOT NULL,
    "need" JSONB NOT NULL,
    "ruleVersion" TEXT NOT NULL,
    "dataVersion" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "answer" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedAlert" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "site" TEXT NOT NULL,
    "became" TEXT[],
    "dataVersion" TEXT NOT NULL,
    "mailedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NeedAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlotSeen" (
    "plotId" UUID NOT NULL,
    "site" JSONB NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "PlotSeen_pkey" PRIMARY KEY ("plotId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Need_unsubscribeToken_key" ON "Need"("unsubscribeToken");

-- CreateIndex
CREATE INDEX "Need_organizationId_archivedAt_idx" ON "Need"("organizationId", "archivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MatchRun_code_key" ON "MatchRun"("code");

-- CreateIndex
CREATE INDEX "MatchRun_organizationId_createdAt_idx" ON "MatchRun"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "MatchRun_needId_createdAt_idx" ON "MatchRun"("needId", "createdAt");

-- CreateIndex
CREATE INDEX "NeedAlert_mailedAt_needId_idx" ON "NeedAlert"("mailedAt", "needId");

-- CreateIndex
CREATE UNIQUE INDEX "NeedAlert_needId_site_dataVersion_key" ON "NeedAlert"("needId", "site", "dataVersion");

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchRun" ADD CONSTRAINT "MatchRun_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchRun" ADD CONSTRAINT "MatchRun_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedAlert" ADD CONSTRAINT "NeedAlert_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlotSeen" ADD CONSTRAINT "PlotSeen_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
