-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "answers" TEXT;
