-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "CalendarEdition" (
    "id" SERIAL NOT NULL,
    "asOf" DATE NOT NULL,
    "knownFrom" DATE NOT NULL,
    "knownUntil" DATE NOT NULL,
    "notesText" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "editionId" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("editionId","date")
);

-- CreateTable
CREATE TABLE "Commune" (
    "gsoCode" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "searchText" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "areaKm2" DECIMAL(8,2) NOT NULL,
    "formerDistrict" TEXT NOT NULL,
    "mergedFrom" TEXT[],
    "borderCommune" BOOLEAN NOT NULL,
    "incentiveArea" TEXT NOT NULL,
    "incentiveConfidence" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Commune_pkey" PRIMARY KEY ("gsoCode")
);

-- CreateTable
CREATE TABLE "Sector" (
    "slug" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "divisions" TEXT[],
    "classes2018" TEXT[],
    "priority" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Sector_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "AccessPoint" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "AccessPoint_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Catalogue" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "searchText" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "statusAsOf" TEXT,
    "confidence" TEXT NOT NULL,
    "sources" TEXT[],
    "areaM2" INTEGER,
    "industrialLandM2" INTEGER,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "coordPrecisionKm" DOUBLE PRECISION NOT NULL,
    "borderCommune" BOOLEAN NOT NULL,
    "sectorSlugs" TEXT[],
    "sectorsCertain" BOOLEAN NOT NULL,
    "termEndYear" INTEGER,
    "developerName" TEXT,
    "developerOrgId" UUID,
    "developerOfferNeeded" BOOLEAN NOT NULL DEFAULT false,
    "distancesKm" JSONB NOT NULL,
    "details" JSONB NOT NULL,
    "sitePlan" JSONB,
    "sitePlanIllustrative" BOOLEAN NOT NULL DEFAULT true,
    "publication" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ZoneCommune" (
    "zoneId" UUID NOT NULL,
    "gsoCode" TEXT NOT NULL,

    CONSTRAINT "ZoneCommune_pkey" PRIMARY KEY ("zoneId","gsoCode")
);

-- CreateTable
CREATE TABLE "Plot" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "zoneId" UUID NOT NULL,
    "block" TEXT,
    "phase" INTEGER,
    "areaM2" INTEGER NOT NULL,
    "ring" JSONB,
    "readiness" TEXT NOT NULL,
    "readinessSince" DATE,
    "readyByEarliest" DATE,
    "readyByLatest" DATE,
    "commercial" TEXT NOT NULL,
    "publication" TEXT NOT NULL,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "termEndYear" INTEGER,
    "maxDensityPct" INTEGER,
    "maxFloors" INTEGER,
    "sectorSlugs" TEXT[],
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Plot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "id" UUID NOT NULL,
    "plotId" UUID,
    "zoneId" UUID,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "confirmedBy" TEXT NOT NULL,
    "confirmedOn" DATE NOT NULL,
    "confirmedUntil" DATE,
    "validFrom" DATE NOT NULL,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "supersededAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UtilityNode" (
    "id" UUID NOT NULL,
    "zoneId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "UtilityNode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlotNode" (
    "plotId" UUID NOT NULL,
    "nodeId" UUID NOT NULL,

    CONSTRAINT "PlotNode_pkey" PRIMARY KEY ("plotId","nodeId")
);

-- CreateTable
CREATE TABLE "CapacityEntry" (
    "id" UUID NOT NULL,
    "nodeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "fromDay" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CapacityEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "fromInstant" TIMESTAMPTZ(3) NOT NULL,
    "untilInstant" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "subjectToDeveloperOffer" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HoldPlot" (
    "holdId" UUID NOT NULL,
    "plotId" UUID NOT NULL,
    "fromInstant" TIMESTAMPTZ(3) NOT NULL,
    "untilInstant" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HoldPlot_pkey" PRIMARY KEY ("holdId","plotId")
);

-- CreateTable
CREATE TABLE "HoldCapacity" (
    "holdId" UUID NOT NULL,
    "nodeId" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "fromInstant" TIMESTAMPTZ(3) NOT NULL,
    "untilInstant" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HoldCapacity_pkey" PRIMARY KEY ("holdId","nodeId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "phone" TEXT,
    "lang" TEXT NOT NULL DEFAULT 'vi',
    "passwordHash" TEXT,
    "emailConfirmedAt" TIMESTAMPTZ(3),
    "deactivatedAt" TIMESTAMPTZ(3),
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeToken" (
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "taxCode" TEXT,
    "country" TEXT NOT NULL,
    "registrationNumber" TEXT,
    "address" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "zoneId" UUID,
    "agencyKey" TEXT,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE,
    "grantedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "key" TEXT NOT NULL,
    "nameText" JSONB NOT NULL,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "zoneId" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'tenant',
    "createdById" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "formVersion" INTEGER NOT NULL DEFAULT 1,
    "form" JSONB NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterestPlot" (
    "interestId" UUID NOT NULL,
    "plotId" UUID NOT NULL,

    CONSTRAINT "InterestPlot_pkey" PRIMARY KEY ("interestId","plotId")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "interestId" UUID,
    "caseId" UUID,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'parties',
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "zoneId" UUID,
    "plotId" UUID,
    "personId" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "lang" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "preferredDay" DATE,
    "answerDueDay" DATE,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseFile" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "interestId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "resumeState" TEXT,
    "officerId" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "intakeDueDay" DATE NOT NULL,
    "receivedDay" DATE,
    "officialCode" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "number" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "caseId" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "payloadDigest" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "key" TEXT NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "CaseNote" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clock" (
    "id" UUID NOT NULL,
    "caseId" UUID,
    "stepId" UUID,
    "rule" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "limit" INTEGER NOT NULL,
    "startDay" DATE NOT NULL,
    "endDay" DATE,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockSegment" (
    "id" UUID NOT NULL,
    "clockId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE,
    "holder" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,

    CONSTRAINT "ClockSegment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supplement" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "items" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "dueDay" DATE NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,

    CONSTRAINT "Supplement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasonCode" TEXT,
    "text" TEXT NOT NULL,
    "conditions" TEXT,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "review" TEXT,
    "reviewText" TEXT,
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "recommendationId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasonCode" TEXT,
    "text" TEXT,
    "conditions" TEXT,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "decisionId" UUID,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "issuedDay" DATE NOT NULL,
    "data" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Procedure" (
    "code" TEXT NOT NULL,

    CONSTRAINT "Procedure_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ProcedureVersion" (
    "code" TEXT NOT NULL,
    "procedureCode" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,
    "state" TEXT NOT NULL DEFAULT 'active',
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "ProcedureVersion_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Track" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Track_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Roadmap" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "trackCode" TEXT NOT NULL,
    "startDay" DATE NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Roadmap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadmapStep" (
    "id" UUID NOT NULL,
    "roadmapId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "instance" INTEGER NOT NULL DEFAULT 1,
    "procedureCode" TEXT NOT NULL,
    "versionCode" TEXT NOT NULL,
    "agencyText" JSONB NOT NULL,
    "agencyKey" TEXT,
    "dependsOn" TEXT[],
    "optional" BOOLEAN NOT NULL,
    "limitValue" INTEGER,
    "limitUnit" TEXT,
    "limitAssumed" BOOLEAN NOT NULL,
    "plannedStart" DATE,
    "plannedEnd" DATE,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "receivedDay" DATE,
    "resultDay" DATE,
    "resultNote" TEXT,
    "resultDocumentId" UUID,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RoadmapStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "caseId" UUID,
    "digest" TEXT NOT NULL,
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditDetail" (
    "auditId" BIGINT NOT NULL,
    "actorName" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "AuditDetail_pkey" PRIMARY KEY ("auditId")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "toEmail" TEXT NOT NULL,
    "toName" TEXT,
    "lang" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "caseId" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL,
    "actorId" UUID,
    "digest" TEXT NOT NULL,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OfficeSetting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "note" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficeSetting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Zone_code_key" ON "Zone"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Plot_code_key" ON "Plot"("code");

-- CreateIndex
CREATE INDEX "Plot_zoneId_code_idx" ON "Plot"("zoneId", "code");

-- CreateIndex
CREATE INDEX "Fact_plotId_key_supersededAt_idx" ON "Fact"("plotId", "key", "supersededAt");

-- CreateIndex
CREATE INDEX "Fact_zoneId_key_supersededAt_idx" ON "Fact"("zoneId", "key", "supersededAt");

-- CreateIndex
CREATE INDEX "UtilityNode_zoneId_idx" ON "UtilityNode"("zoneId");

-- CreateIndex
CREATE INDEX "PlotNode_nodeId_idx" ON "PlotNode"("nodeId");

-- CreateIndex
CREATE INDEX "CapacityEntry_nodeId_fromDay_idx" ON "CapacityEntry"("nodeId", "fromDay");

-- CreateIndex
CREATE INDEX "Hold_caseId_idx" ON "Hold"("caseId");

-- CreateIndex
CREATE INDEX "HoldCapacity_nodeId_untilInstant_idx" ON "HoldCapacity"("nodeId", "untilInstant");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_createdAt_idx" ON "Person"("createdAt");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "OneTimeToken_personId_purpose_idx" ON "OneTimeToken"("personId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_taxCode_key" ON "Organization"("taxCode");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_country_registrationNumber_key" ON "Organization"("country", "registrationNumber");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_organizationId_idx" ON "Membership"("organizationId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "Interest_organizationId_state_idx" ON "Interest"("organizationId", "state");

-- CreateIndex
CREATE INDEX "InterestPlot_plotId_idx" ON "InterestPlot"("plotId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_storageKey_key" ON "Document"("storageKey");

-- CreateIndex
CREATE INDEX "Document_caseId_idx" ON "Document"("caseId");

-- CreateIndex
CREATE INDEX "Document_interestId_idx" ON "Document"("interestId");

-- CreateIndex
CREATE UNIQUE INDEX "Enquiry_number_key" ON "Enquiry"("number");

-- CreateIndex
CREATE INDEX "Enquiry_answeredAt_createdAt_idx" ON "Enquiry"("answeredAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_number_key" ON "CaseFile"("number");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_interestId_key" ON "CaseFile"("interestId");

-- CreateIndex
CREATE INDEX "CaseFile_state_intakeDueDay_idx" ON "CaseFile"("state", "intakeDueDay");

-- CreateIndex
CREATE INDEX "CaseFile_officerId_state_idx" ON "CaseFile"("officerId", "state");

-- CreateIndex
CREATE INDEX "CaseFile_organizationId_submittedAt_idx" ON "CaseFile"("organizationId", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_position_key" ON "Receipt"("position");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_caseId_key" ON "Receipt"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_hash_key" ON "Receipt"("hash");

-- CreateIndex
CREATE INDEX "CaseNote_caseId_createdAt_idx" ON "CaseNote"("caseId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Clock_stepId_key" ON "Clock"("stepId");

-- CreateIndex
CREATE INDEX "Clock_caseId_idx" ON "Clock"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "ClockSegment_clockId_position_key" ON "ClockSegment"("clockId", "position");

-- CreateIndex
CREATE INDEX "Supplement_caseId_idx" ON "Supplement"("caseId");

-- CreateIndex
CREATE INDEX "Recommendation_caseId_proposedAt_idx" ON "Recommendation"("caseId", "proposedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_recommendationId_key" ON "Decision"("recommendationId");

-- CreateIndex
CREATE INDEX "Decision_caseId_idx" ON "Decision"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_code_key" ON "Letter"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_storageKey_key" ON "Letter"("storageKey");

-- CreateIndex
CREATE INDEX "Letter_caseId_createdAt_idx" ON "Letter"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "ProcedureVersion_procedureCode_effectiveFrom_idx" ON "ProcedureVersion"("procedureCode", "effectiveFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Roadmap_caseId_key" ON "Roadmap"("caseId");

-- CreateIndex
CREATE INDEX "RoadmapStep_agencyKey_state_idx" ON "RoadmapStep"("agencyKey", "state");

-- CreateIndex
CREATE UNIQUE INDEX "RoadmapStep_roadmapId_procedureCode_instance_key" ON "RoadmapStep"("roadmapId", "procedureCode", "instance");

-- CreateIndex
CREATE INDEX "AuditEntry_caseId_id_idx" ON "AuditEntry"("caseId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_id_idx" ON "AuditEntry"("subjectKind", "subjectId", "id");

-- CreateIndex
CREATE INDEX "Outbox_state_notBefore_idx" ON "Outbox"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Outbox_createdAt_idx" ON "Outbox"("createdAt");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "CalendarEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_developerOrgId_fkey" FOREIGN KEY ("developerOrgId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoneCommune" ADD CONSTRAINT "ZoneCommune_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoneCommune" ADD CONSTRAINT "ZoneCommune_gsoCode_fkey" FOREIGN KEY ("gsoCode") REFERENCES "Commune"("gsoCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plot" ADD CONSTRAINT "Plot_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UtilityNode" ADD CONSTRAINT "UtilityNode_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlotNode" ADD CONSTRAINT "PlotNode_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlotNode" ADD CONSTRAINT "PlotNode_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "UtilityNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityEntry" ADD CONSTRAINT "CapacityEntry_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "UtilityNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldPlot" ADD CONSTRAINT "HoldPlot_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldPlot" ADD CONSTRAINT "HoldPlot_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldCapacity" ADD CONSTRAINT "HoldCapacity_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldCapacity" ADD CONSTRAINT "HoldCapacity_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "UtilityNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeToken" ADD CONSTRAINT "OneTimeToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_agencyKey_fkey" FOREIGN KEY ("agencyKey") REFERENCES "Agency"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestPlot" ADD CONSTRAINT "InterestPlot_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestPlot" ADD CONSTRAINT "InterestPlot_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "RoadmapStep"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockSegment" ADD CONSTRAINT "ClockSegment_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "Clock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supplement" ADD CONSTRAINT "Supplement_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcedureVersion" ADD CONSTRAINT "ProcedureVersion_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "Procedure"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roadmap" ADD CONSTRAINT "Roadmap_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadmapStep" ADD CONSTRAINT "RoadmapStep_roadmapId_fkey" FOREIGN KEY ("roadmapId") REFERENCES "Roadmap"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadmapStep" ADD CONSTRAINT "RoadmapStep_versionCode_fkey" FOREIGN KEY ("versionCode") REFERENCES "ProcedureVersion"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadmapStep" ADD CONSTRAINT "RoadmapStep_agencyKey_fkey" FOREIGN KEY ("agencyKey") REFERENCES "Agency"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditDetail" ADD CONSTRAINT "AuditDetail_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "AuditEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
