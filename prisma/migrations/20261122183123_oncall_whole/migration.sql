-- DropForeignKey
ALTER TABLE "escalation" DROP CONSTRAINT "escalation_marketplace_id_claim_id_fkey";

-- DropForeignKey
ALTER TABLE "escalation" DROP CONSTRAINT "escalation_marketplace_id_ticket_id_fkey";

-- DropForeignKey
ALTER TABLE "notify_rule" DROP CONSTRAINT "notify_rule_marketplace_id_contact_method_id_fkey";

-- AlterTable
ALTER TABLE "calendar" ADD COLUMN     "region" TEXT;

-- AlterTable
ALTER TABLE "calendar_holiday" ADD COLUMN     "works_as_usual" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "appeal_text" TEXT,
ADD COLUMN     "appealed_at" TIMESTAMPTZ(3),
ADD COLUMN     "appealed_by_id" UUID;

-- AlterTable
ALTER TABLE "contact_method" ADD COLUMN     "code_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "code_hash" TEXT,
ADD COLUMN     "code_tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "config" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "disabled_why" TEXT,
ADD COLUMN     "label" TEXT,
ADD COLUMN     "partner_id" UUID,
ADD COLUMN     "received_at" TIMESTAMPTZ(3),
ADD COLUMN     "test_id" UUID,
ADD COLUMN     "tested_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "bundle_id" UUID;

-- AlterTable
ALTER TABLE "escalation" ADD COLUMN     "deadline_at" TIMESTAMPTZ(3),
ADD COLUMN     "detail" TEXT,
ADD COLUMN     "partner_id" UUID,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'claim',
ADD COLUMN     "source_id" UUID,
ADD COLUMN     "title" TEXT;

-- AlterTable
ALTER TABLE "marketplace_settings" ADD COLUMN     "bundle_over" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "bundle_seconds" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "false_urgent_days" INTEGER NOT NULL DEFAULT 90,
ADD COLUMN     "pause_reminder_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "shift_warning_hours" INTEGER NOT NULL DEFAULT 24;

-- AlterTable
ALTER TABLE "notify_rule" ADD COLUMN     "partner_id" UUID;

-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "direction" TEXT NOT NULL DEFAULT 'IN',
ADD COLUMN     "severity" TEXT;

-- AlterTable
ALTER TABLE "policy_version" ADD COLUMN     "paging" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "schedule" ADD COLUMN     "next_look_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "schedule_rule" ADD COLUMN     "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
ADD COLUMN     "valid_to" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sla_clock" ADD COLUMN     "next_at" TIMESTAMPTZ(3),
ADD COLUMN     "told" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sla_policy" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "page_minutes" INTEGER,
ADD COLUMN     "resolution_minutes" INTEGER,
ADD COLUMN     "tier" TEXT,
ADD COLUMN     "warn_minutes" INTEGER;

-- AlterTable
ALTER TABLE "worker" ADD COLUMN     "metrics" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "alert_key" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "old_key_hash" TEXT,
    "old_key_until" TIMESTAMPTZ(3),
    "policy_id" UUID,
    "severity" TEXT NOT NULL DEFAULT 'P1',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_key_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "alert" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'firing',
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "reports" INTEGER NOT NULL DEFAULT 1,
    "resolved_at" TIMESTAMPTZ(3),
    "considered_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "every_seconds" INTEGER NOT NULL,
    "grace_seconds" INTEGER NOT NULL DEFAULT 0,
    "policy_id" UUID,
    "severity" TEXT NOT NULL DEFAULT 'P1',
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "last_seen_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "partner_contact" (
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "min_severity" TEXT NOT NULL DEFAULT 'P2',
    "hours" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_contact_pkey" PRIMARY KEY ("marketplace_id","membership_id")
);

-- CreateTable
CREATE TABLE "integration_pause" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "integration_pause_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "cover_request" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "asked_id" UUID,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "cover_request_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "schedule_feed" (
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "nonce" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_feed_pkey" PRIMARY KEY ("marketplace_id","membership_id","schedule_id")
);

-- CreateIndex
CREATE INDEX "alert_marketplace_id_key_id_last_at_idx" ON "alert"("marketplace_id", "key_id", "last_at");

-- CreateIndex
CREATE INDEX "partner_contact_marketplace_id_partner_id_idx" ON "partner_contact"("marketplace_id", "partner_id");

-- CreateIndex
CREATE INDEX "integration_pause_marketplace_id_partner_id_until_at_idx" ON "integration_pause"("marketplace_id", "partner_id", "until_at");

-- CreateIndex
CREATE INDEX "cover_request_marketplace_id_schedule_id_to_at_idx" ON "cover_request"("marketplace_id", "schedule_id", "to_at");

-- CreateIndex
CREATE UNIQUE INDEX "claim_marketplace_id_partner_id_id_key" ON "claim"("marketplace_id", "partner_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_method_marketplace_id_membership_id_id_key" ON "contact_method"("marketplace_id", "membership_id", "id");

-- CreateIndex
CREATE INDEX "delivery_marketplace_id_recipient_id_created_at_idx" ON "delivery"("marketplace_id", "recipient_id", "created_at");

-- CreateIndex
CREATE INDEX "escalation_marketplace_id_partner_id_opened_at_idx" ON "escalation"("marketplace_id", "partner_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_key_marketplace_id_key_hash_key" ON "alert_key"("marketplace_id", "key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "heartbeat_marketplace_id_token_hash_key" ON "heartbeat"("marketplace_id", "token_hash");

-- AddForeignKey
ALTER TABLE "alert_key" ADD CONSTRAINT "alert_key_marketplace_id_policy_id_fkey" FOREIGN KEY ("marketplace_id", "policy_id") REFERENCES "policy"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert_key" ADD CONSTRAINT "alert_key_marketplace_id_created_by_id_fkey" FOREIGN KEY ("marketplace_id", "created_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_marketplace_id_key_id_fkey" FOREIGN KEY ("marketplace_id", "key_id") REFERENCES "alert_key"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "heartbeat" ADD CONSTRAINT "heartbeat_marketplace_id_policy_id_fkey" FOREIGN KEY ("marketplace_id", "policy_id") REFERENCES "policy"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "heartbeat" ADD CONSTRAINT "heartbeat_marketplace_id_created_by_id_fkey" FOREIGN KEY ("marketplace_id", "created_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notify_rule" ADD CONSTRAINT "notify_rule_marketplace_id_membership_id_contact_method_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id", "contact_method_id") REFERENCES "contact_method"("marketplace_id", "membership_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_partner_id_claim_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "claim_id") REFERENCES "claim"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_partner_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id") REFERENCES "partner"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_marketplace_id_created_by_id_fkey" FOREIGN KEY ("marketplace_id", "created_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_marketplace_id_partner_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id") REFERENCES "partner"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration_pause" ADD CONSTRAINT "integration_pause_marketplace_id_partner_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id") REFERENCES "partner"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration_pause" ADD CONSTRAINT "integration_pause_marketplace_id_created_by_id_fkey" FOREIGN KEY ("marketplace_id", "created_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration_pause" ADD CONSTRAINT "integration_pause_marketplace_id_ended_by_id_fkey" FOREIGN KEY ("marketplace_id", "ended_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cover_request" ADD CONSTRAINT "cover_request_marketplace_id_schedule_id_fkey" FOREIGN KEY ("marketplace_id", "schedule_id") REFERENCES "schedule"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_request" ADD CONSTRAINT "cover_request_marketplace_id_requested_by_id_fkey" FOREIGN KEY ("marketplace_id", "requested_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_request" ADD CONSTRAINT "cover_request_marketplace_id_asked_id_fkey" FOREIGN KEY ("marketplace_id", "asked_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cover_request" ADD CONSTRAINT "cover_request_marketplace_id_taken_by_id_fkey" FOREIGN KEY ("marketplace_id", "taken_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "schedule_feed" ADD CONSTRAINT "schedule_feed_marketplace_id_schedule_id_fkey" FOREIGN KEY ("marketplace_id", "schedule_id") REFERENCES "schedule"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_feed" ADD CONSTRAINT "schedule_feed_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_marketplace_id_appealed_by_id_fkey" FOREIGN KEY ("marketplace_id", "appealed_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "sla_recount" (
    "marketplace_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "after_id" UUID,

    CONSTRAINT "sla_recount_pkey" PRIMARY KEY ("marketplace_id")
);

-- AddForeignKey
ALTER TABLE "sla_recount" ADD CONSTRAINT "sla_recount_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
