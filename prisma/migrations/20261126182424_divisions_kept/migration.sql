-- AlterTable
ALTER TABLE "Division" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
