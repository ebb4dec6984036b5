-- AlterTable
ALTER TABLE "AccessLog" ALTER COLUMN "personId" DROP NOT NULL;
