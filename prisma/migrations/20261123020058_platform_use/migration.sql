-- CreateTable
CREATE TABLE "platform_use" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_use_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "platform_use_at_idx" ON "platform_use"("at");
