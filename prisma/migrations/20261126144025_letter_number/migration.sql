-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "number" TEXT,
ADD COLUMN     "officialCode" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Letter_number_key" ON "Letter"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_officialCode_key" ON "Letter"("officialCode");
