-- AlterTable
ALTER TABLE "Interest" ADD COLUMN "applicantName" TEXT;

-- By hand: until now nothing kept the name of that moment.
UPDATE "Interest" i SET "applicantName" = o.name FROM "Organization" o
WHERE o.id = i."organizationId" AND i.state = 'submitted';
