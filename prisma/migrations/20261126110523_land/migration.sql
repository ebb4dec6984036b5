-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "plotId" UUID;

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "ownerAskedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Plot" ADD COLUMN     "publishAt" TIMESTAMPTZ(3),
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewAskedById" UUID,
ADD COLUMN     "vn2000" JSONB;

-- CreateTable
CREATE TABLE "ReadinessRecord" (
    "id" UUID NOT NULL,
    "plotId" UUID NOT NULL,
    "rung" TEXT NOT NULL,
    "reachedOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "evidenceId" UUID,
    "confirmedBy" TEXT NOT NULL,
    "confirmedById" UUID,
    "confirmedOn" DATE NOT NULL,
    "confirmedUntil" DATE,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "supersededAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadinessRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlotOperation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "zoneId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlotOperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlotLineage" (
    "operationId" UUID NOT NULL,
    "plotId" UUID NOT NULL,
    "side" TEXT NOT NULL,

    CONSTRAINT "PlotLineage_pkey" PRIMARY KEY ("operationId","plotId","side")
);

-- CreateTable
CREATE TABLE "LandImport" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "zoneId" UUID,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'reading',
    "counts" JSONB,
    "refusal" JSONB,
    "catalogueVersion" INTEGER,
    "confirmedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LandImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LandImportRow" (
    "importId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "code" TEXT,
    "result" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "after" JSONB,
    "before" JSONB,
    "plotId" UUID,

    CONSTRAINT "LandImportRow_pkey" PRIMARY KEY ("importId","rowNumber")
);

-- CreateTable
CREATE TABLE "DataSheet" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "plotId" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "issuedDay" DATE NOT NULL,
    "catalogueVersion" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DataSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedFigure" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublishedFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "requestedById" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "storageKey" TEXT,
    "fileName" TEXT,
    "mediaType" TEXT,
    "sizeBytes" INTEGER,
    "heardAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReadinessRecord_plotId_supersededAt_idx" ON "ReadinessRecord"("plotId", "supersededAt");

-- CreateIndex
CREATE INDEX "PlotOperation_zoneId_createdAt_idx" ON "PlotOperation"("zoneId", "createdAt");

-- CreateIndex
CREATE INDEX "PlotLineage_plotId_idx" ON "PlotLineage"("plotId");

-- CreateIndex
CREATE UNIQUE INDEX "LandImport_number_key" ON "LandImport"("number");

-- CreateIndex
CREATE UNIQUE INDEX "LandImport_storageKey_key" ON "LandImport"("storageKey");

-- CreateIndex
CREATE INDEX "LandImport_createdById_createdAt_idx" ON "LandImport"("createdById", "createdAt");

-- CreateIndex
CREATE INDEX "LandImport_zoneId_createdAt_idx" ON "LandImport"("zoneId", "createdAt");

-- CreateIndex
CREATE INDEX "LandImportRow_importId_result_idx" ON "LandImportRow"("importId", "result");

-- CreateIndex
CREATE UNIQUE INDEX "DataSheet_code_key" ON "DataSheet"("code");

-- CreateIndex
CREATE UNIQUE INDEX "DataSheet_plotId_lang_digest_key" ON "DataSheet"("plotId", "lang", "digest");

-- CreateIndex
CREATE INDEX "PublishedFigure_subject_key_idx" ON "PublishedFigure"("subject", "key");

-- CreateIndex
CREATE INDEX "Job_state_createdAt_idx" ON "Job"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Job_requestedById_createdAt_idx" ON "Job"("requestedById", "createdAt");

-- CreateIndex
CREATE INDEX "Fact_confirmedUntil_idx" ON "Fact"("confirmedUntil");

-- CreateIndex
CREATE INDEX "Plot_publishAt_idx" ON "Plot"("publishAt");

-- AddForeignKey
ALTER TABLE "ReadinessRecord" ADD CONSTRAINT "ReadinessRecord_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadinessRecord" ADD CONSTRAINT "ReadinessRecord_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlotOperation" ADD CONSTRAINT "PlotOperation_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlotLineage" ADD CONSTRAINT "PlotLineage_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "PlotOperation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlotLineage" ADD CONSTRAINT "PlotLineage_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LandImport" ADD CONSTRAINT "LandImport_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LandImportRow" ADD CONSTRAINT "LandImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "LandImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataSheet" ADD CONSTRAINT "DataSheet_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What schema.prisma cannot say.
CREATE UNIQUE INDEX "ReadinessRecord_in_force_once" ON "ReadinessRecord" ("plotId", "rung") WHERE "supersededAt" IS NULL;
