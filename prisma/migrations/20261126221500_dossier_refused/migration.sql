-- By hand: what intake did not take (form 03) ends in a state of its own; nobody had decided on it.
UPDATE "CaseFile" SET state = 'dossier_refused' WHERE state = 'refused' AND "receivedDay" IS NULL;

-- By hand: the inbox's indexes name the states in which a case has ended.
DROP INDEX "CaseFile_open_due_idx";
DROP INDEX "CaseFile_open_officer_due_idx";
DROP INDEX "CaseFile_open_division_due_idx";
DROP INDEX "CaseFile_open_state_due_idx";
DROP INDEX "CaseFile_open_zone_due_idx";
DROP INDEX "CaseFile_ended_number_idx";
CREATE INDEX "CaseFile_open_due_idx" ON "CaseFile" ((COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'dossier_refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_officer_due_idx" ON "CaseFile" ("officerId", (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'dossier_refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_division_due_idx" ON "CaseFile" ("divisionKey", (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'dossier_refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_state_due_idx" ON "CaseFile" (state, (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'dossier_refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_open_zone_due_idx" ON "CaseFile" ("zoneId", (COALESCE("nextDueDay", DATE '9999-12-31')), number)
  WHERE state NOT IN ('refused', 'dossier_refused', 'returned', 'withdrawn', 'closed');
CREATE INDEX "CaseFile_ended_number_idx" ON "CaseFile" (number)
  WHERE state IN ('refused', 'dossier_refused', 'returned', 'withdrawn', 'closed');

-- By hand: an issued letter stays as it was issued.
CREATE TRIGGER "Letter_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Letter"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
