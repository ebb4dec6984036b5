-- AlterTable
ALTER TABLE "Recommendation" ADD COLUMN     "editedConditions" JSONB,
ADD COLUMN     "editedText" TEXT;

-- A condition was a line of text: now each has words, a day and a proof.
ALTER TABLE "Recommendation" ALTER COLUMN "conditions" TYPE JSONB USING COALESCE(
  to_jsonb(string_to_array(NULLIF(btrim("conditions"), ''), E'\n')), '[]'::jsonb);
UPDATE "Recommendation" SET "conditions" = (
  SELECT COALESCE(jsonb_agg(jsonb_build_object('text', line, 'dueDay', NULL, 'proof', NULL)), '[]'::jsonb)
  FROM jsonb_array_elements_text("conditions") AS line WHERE btrim(line) <> ''
);
ALTER TABLE "Recommendation" ALTER COLUMN "conditions" SET NOT NULL;

-- CreateTable
CREATE TABLE "DecisionCondition" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueDay" DATE,
    "proof" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT,
    "documentIds" UUID[],
    "handedInAt" TIMESTAMPTZ(3),
    "handedInById" UUID,
    "judgeText" TEXT,
    "judgedAt" TIMESTAMPTZ(3),
    "judgedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DecisionCondition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DecisionCondition_caseId_idx" ON "DecisionCondition"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionCondition_decisionId_position_key" ON "DecisionCondition"("decisionId", "position");

-- AddForeignKey
ALTER TABLE "DecisionCondition" ADD CONSTRAINT "DecisionCondition_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionCondition" ADD CONSTRAINT "DecisionCondition_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "DecisionCondition" ("id", "decisionId", "caseId", "position", "text", "documentIds")
SELECT gen_random_uuid(), d."id", d."caseId", (line.position - 1)::int, line.text, '{}'
FROM "Decision" d, unnest(string_to_array(d."conditions", E'\n')) WITH ORDINALITY AS line(text, position)
WHERE d."conditions" IS NOT NULL AND btrim(line.text) <> '';
ALTER TABLE "Decision" DROP COLUMN "conditions";
