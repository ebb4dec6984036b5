-- AlterTable
ALTER TABLE "HoldCapacity" ADD COLUMN     "neededOn" DATE;
