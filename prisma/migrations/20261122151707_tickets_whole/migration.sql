-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "waits_for" UUID;

-- AlterTable
ALTER TABLE "marketplace_settings" ADD COLUMN     "digest_hour" INTEGER NOT NULL DEFAULT 8,
ADD COLUMN     "undo_seconds" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "view_link_days" INTEGER NOT NULL DEFAULT 14;

-- AlterTable
ALTER TABLE "sla_policy" ADD COLUMN     "next_answer_minutes" INTEGER;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "completion_took" INTEGER,
ADD COLUMN     "considered_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "first_answer_took" INTEGER,
ADD COLUMN     "first_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "follows_id" UUID,
ADD COLUMN     "form_id" UUID,
ADD COLUMN     "form_version" INTEGER,
ADD COLUMN     "general_since" TIMESTAMPTZ(3),
ADD COLUMN     "next_at" TIMESTAMPTZ(3),
ADD COLUMN     "partner_news_at" TIMESTAMPTZ(3),
ADD COLUMN     "preflight" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "priority_by" TEXT,
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "reproduced" BOOLEAN,
ADD COLUMN     "staff_news_at" TIMESTAMPTZ(3),
ADD COLUMN     "workaround" TEXT;

-- AlterTable
ALTER TABLE "ticket_message" ADD COLUMN     "verdict" TEXT;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "form_id" UUID,
ADD COLUMN     "live_only" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suggested" INTEGER;

-- CreateTable
CREATE TABLE "article" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "article_text" (
    "marketplace_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "article_text_pkey" PRIMARY KEY ("marketplace_id","article_id","locale")
);

-- CreateTable
CREATE TABLE "form" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "current" INTEGER NOT NULL,

    CONSTRAINT "form_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "form_version" (
    "marketplace_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_version_pkey" PRIMARY KEY ("marketplace_id","form_id","version")
);

-- CreateTable
CREATE TABLE "draft" (
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "partner_id" UUID,
    "written" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("marketplace_id","membership_id","place")
);

-- CreateTable
CREATE TABLE "notice" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "ticket_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fact_id" UUID NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "for_digest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "mail_preference" (
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "partner_id" UUID,
    "mode" TEXT NOT NULL,
    "next_digest_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_preference_pkey" PRIMARY KEY ("marketplace_id","membership_id")
);

-- CreateTable
CREATE TABLE "rating" (
    "marketplace_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "rated_by_id" UUID NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("marketplace_id","ticket_id")
);

-- CreateTable
CREATE TABLE "ticket_follower" (
    "marketplace_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_follower_pkey" PRIMARY KEY ("marketplace_id","ticket_id","membership_id")
);

-- CreateTable
CREATE TABLE "ticket_read" (
    "marketplace_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_read_pkey" PRIMARY KEY ("marketplace_id","ticket_id","membership_id")
);

-- CreateTable
CREATE TABLE "held_answer" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "attachment_ids" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "send_at" TIMESTAMPTZ(3),
    "refused_why" TEXT,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "held_answer_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "ticket_search" (
    "marketplace_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "month" INTEGER NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "ticket_search_pkey" PRIMARY KEY ("marketplace_id","ticket_id","audience")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_marketplace_id_slug_key" ON "article"("marketplace_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "form_marketplace_id_key_key" ON "form"("marketplace_id", "key");

-- CreateIndex
CREATE INDEX "draft_updated_at_idx" ON "draft"("updated_at");

-- CreateIndex
CREATE INDEX "notice_marketplace_id_membership_id_created_at_id_idx" ON "notice"("marketplace_id", "membership_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_marketplace_id_membership_id_kind_fact_id_key" ON "notice"("marketplace_id", "membership_id", "kind", "fact_id");

-- CreateIndex
CREATE INDEX "rating_marketplace_id_rated_at_idx" ON "rating"("marketplace_id", "rated_at");

-- CreateIndex
CREATE UNIQUE INDEX "rating_marketplace_id_partner_id_ticket_id_key" ON "rating"("marketplace_id", "partner_id", "ticket_id");

-- CreateIndex
CREATE INDEX "ticket_follower_marketplace_id_membership_id_idx" ON "ticket_follower"("marketplace_id", "membership_id");

-- CreateIndex
CREATE INDEX "held_answer_marketplace_id_ticket_id_idx" ON "held_answer"("marketplace_id", "ticket_id");

-- CreateIndex
CREATE INDEX "ticket_search_marketplace_id_partner_id_ticket_id_idx" ON "ticket_search"("marketplace_id", "partner_id", "ticket_id");

-- CreateIndex
CREATE INDEX "ticket_marketplace_id_partner_id_topic_id_state_idx" ON "ticket"("marketplace_id", "partner_id", "topic_id", "state");

-- AddForeignKey
ALTER TABLE "article_text" ADD CONSTRAINT "article_text_marketplace_id_article_id_fkey" FOREIGN KEY ("marketplace_id", "article_id") REFERENCES "article"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_marketplace_id_form_id_fkey" FOREIGN KEY ("marketplace_id", "form_id") REFERENCES "form"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "form_version" ADD CONSTRAINT "form_version_marketplace_id_form_id_fkey" FOREIGN KEY ("marketplace_id", "form_id") REFERENCES "form"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_preference" ADD CONSTRAINT "mail_preference_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_partner_id_follows_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "follows_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_form_id_form_version_fkey" FOREIGN KEY ("marketplace_id", "form_id", "form_version") REFERENCES "form_version"("marketplace_id", "form_id", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_marketplace_id_rated_by_id_fkey" FOREIGN KEY ("marketplace_id", "rated_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_marketplace_id_added_by_id_fkey" FOREIGN KEY ("marketplace_id", "added_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_read" ADD CONSTRAINT "ticket_read_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_read" ADD CONSTRAINT "ticket_read_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_answer" ADD CONSTRAINT "held_answer_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_answer" ADD CONSTRAINT "held_answer_marketplace_id_author_id_fkey" FOREIGN KEY ("marketplace_id", "author_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
