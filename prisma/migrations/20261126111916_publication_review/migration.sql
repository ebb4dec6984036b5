-- AlterTable
ALTER TABLE "Plot" ADD COLUMN     "publishById" UUID,
ADD COLUMN     "reviewReturn" TEXT;
