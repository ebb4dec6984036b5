-- AlterTable
ALTER TABLE "DocumentUse" ADD COLUMN     "replacesId" UUID;

-- AddForeignKey
ALTER TABLE "DocumentUse" ADD CONSTRAINT "DocumentUse_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
