-- AlterTable
ALTER TABLE "CaseFile" ADD COLUMN     "promisedDay" DATE;

-- AlterTable
ALTER TABLE "Supplement" ADD COLUMN     "extensionAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "extensionDay" DATE,
ADD COLUMN     "extensionGranted" BOOLEAN,
ADD COLUMN     "extensionReason" TEXT;
