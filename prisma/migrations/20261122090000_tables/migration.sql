-- CreateTable
CREATE TABLE "attachment" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partner_id" UUID,
    "uploaded_by_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'uploader',
    "ticket_id" UUID,
    "message_id" UUID,
    "note_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "partner_id" UUID,
    "act" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "calendar_interval" (
    "marketplace_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "from_time" VARCHAR(5) NOT NULL,
    "to_time" VARCHAR(5) NOT NULL,

    CONSTRAINT "calendar_interval_pkey" PRIMARY KEY ("marketplace_id","calendar_id","weekday","from_time")
);

-- CreateTable
CREATE TABLE "calendar_holiday" (
    "marketplace_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "open" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "calendar_holiday_pkey" PRIMARY KEY ("marketplace_id","calendar_id","date")
);

-- CreateTable
CREATE TABLE "category" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "category_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "category_text" (
    "marketplace_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "category_text_pkey" PRIMARY KEY ("marketplace_id","category_id","locale")
);

-- CreateTable
CREATE TABLE "topic" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "policy_id" UUID,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "topic_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "topic_text" (
    "marketplace_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',
    "synonyms" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "topic_text_pkey" PRIMARY KEY ("marketplace_id","topic_id","locale")
);

-- CreateTable
CREATE TABLE "clock_offset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "clock_offset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID,
    "recipient_id" UUID,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "priority" SMALLINT NOT NULL DEFAULT 2,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "loop" INTEGER NOT NULL DEFAULT 0,
    "step" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "worker_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "marketplace_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "worker_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "detail" TEXT,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("marketplace_id","delivery_id","attempt")
);

-- CreateTable
CREATE TABLE "policy" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    "repeat" INTEGER NOT NULL DEFAULT 2,
    "ack_expiry_seconds" INTEGER,
    "assess_timeout_seconds" INTEGER NOT NULL DEFAULT 900,
    "catch_all_every_seconds" INTEGER NOT NULL DEFAULT 600,
    "catch_all" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "escalation" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'IN',
    "ticket_id" UUID,
    "claim_id" UUID,
    "severity" TEXT NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "loop" INTEGER NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "acked_by_id" UUID,
    "acked_at" TIMESTAMPTZ(3),
    "assessed_by_id" UUID,
    "assessed_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "evidence" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "escalation_event" (
    "marketplace_id" UUID NOT NULL,
    "escalation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "author_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "escalation_event_pkey" PRIMARY KEY ("marketplace_id","escalation_id","seq")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "time_zone" TEXT,
    "platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_why" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "membership" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "partner_id" UUID,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID,
    "joined_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "marketplace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "default_locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "brand_color" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "marketplace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marketplace_settings" (
    "marketplace_id" UUID NOT NULL,
    "file_bytes" BIGINT NOT NULL DEFAULT 10485760,
    "message_bytes" BIGINT NOT NULL DEFAULT 52428800,
    "cooldown_minutes" INTEGER NOT NULL DEFAULT 15,
    "auto_close_days" INTEGER NOT NULL DEFAULT 5,
    "auto_close_reminder_days" INTEGER NOT NULL DEFAULT 4,
    "rating_days" INTEGER NOT NULL DEFAULT 30,
    "evidence_window_minutes" INTEGER NOT NULL DEFAULT 30,
    "incident_partners" INTEGER NOT NULL DEFAULT 3,

    CONSTRAINT "marketplace_settings_pkey" PRIMARY KEY ("marketplace_id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "rotation" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "layer" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "rotation_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "rotation_version" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rotation_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "anchor" VARCHAR(16) NOT NULL,
    "participants" UUID[],

    CONSTRAINT "rotation_version_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "schedule_rule" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "rotation_id" UUID,
    "weekdays" SMALLINT[],
    "from_time" VARCHAR(5) NOT NULL,
    "to_time" VARCHAR(5) NOT NULL,

    CONSTRAINT "schedule_rule_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "schedule_override" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "add_id" UUID,
    "remove_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_override_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "contact_method" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_method_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "notify_rule" (
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "contact_method_id" UUID NOT NULL,
    "delay_seconds" INTEGER NOT NULL DEFAULT 0,
    "min_severity" TEXT NOT NULL DEFAULT 'P2',

    CONSTRAINT "notify_rule_pkey" PRIMARY KEY ("marketplace_id","membership_id","position")
);

-- CreateTable
CREATE TABLE "partner" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "tier" TEXT NOT NULL DEFAULT 'standard',
    "lifecycle" TEXT NOT NULL DEFAULT 'live',
    "members_see_all" BOOLEAN NOT NULL DEFAULT true,
    "consultant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "sla_policy" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topic_id" UUID,
    "priority" TEXT,
    "calendar_id" UUID NOT NULL,
    "first_answer_minutes" INTEGER NOT NULL,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "sla_clock" (
    "marketplace_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "target_minutes" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "met_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_clock_pkey" PRIMARY KEY ("marketplace_id","ticket_id","kind")
);

-- CreateTable
CREATE TABLE "team" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "marketplace_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("marketplace_id","team_id","membership_id")
);

-- CreateTable
CREATE TABLE "ticket_counter" (
    "marketplace_id" UUID NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ticket_counter_pkey" PRIMARY KEY ("marketplace_id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "partner_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "assignee_id" UUID,
    "subject" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'created',
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "completed_reason" TEXT,
    "completed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "ticket_message" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_message_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "ticket_note" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_note_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "ticket_event" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "author_id" UUID,
    "audience" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "marketplace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "condition" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'claimed',
    "claimed_by_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "considered_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "next_working_at" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("marketplace_id","id")
);

-- CreateTable
CREATE TABLE "submission" (
    "marketplace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "body_hash" TEXT NOT NULL,
    "ticket_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("marketplace_id","membership_id","key")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "lock_key" BIGINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachment_storage_key_key" ON "attachment"("storage_key");

-- CreateIndex
CREATE INDEX "attachment_marketplace_id_ticket_id_idx" ON "attachment"("marketplace_id", "ticket_id");

-- CreateIndex
CREATE INDEX "audit_event_marketplace_id_at_idx" ON "audit_event"("marketplace_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "category_marketplace_id_key_key" ON "category"("marketplace_id", "key");

-- CreateIndex
CREATE INDEX "topic_marketplace_id_category_id_idx" ON "topic"("marketplace_id", "category_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_marketplace_id_key_key" ON "topic"("marketplace_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_id_key" ON "delivery"("id");

-- CreateIndex
CREATE INDEX "delivery_marketplace_id_subject_id_idx" ON "delivery"("marketplace_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_marketplace_id_policy_id_version_key" ON "policy_version"("marketplace_id", "policy_id", "version");

-- CreateIndex
CREATE INDEX "escalation_marketplace_id_state_opened_at_idx" ON "escalation"("marketplace_id", "state", "opened_at");

-- CreateIndex
CREATE INDEX "escalation_marketplace_id_ticket_id_idx" ON "escalation"("marketplace_id", "ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_token_hash_key" ON "sign_in_token"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_token_user_id_purpose_idx" ON "sign_in_token"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_marketplace_id_partner_id_idx" ON "membership"("marketplace_id", "partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "marketplace_slug_key" ON "marketplace"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "marketplace_prefix_key" ON "marketplace"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "rotation_marketplace_id_schedule_id_layer_key" ON "rotation"("marketplace_id", "schedule_id", "layer");

-- CreateIndex
CREATE UNIQUE INDEX "rotation_version_marketplace_id_rotation_id_valid_from_key" ON "rotation_version"("marketplace_id", "rotation_id", "valid_from");

-- CreateIndex
CREATE INDEX "schedule_rule_marketplace_id_schedule_id_idx" ON "schedule_rule"("marketplace_id", "schedule_id");

-- CreateIndex
CREATE INDEX "schedule_override_marketplace_id_schedule_id_from_at_idx" ON "schedule_override"("marketplace_id", "schedule_id", "from_at");

-- CreateIndex
CREATE UNIQUE INDEX "contact_method_marketplace_id_membership_id_channel_address_key" ON "contact_method"("marketplace_id", "membership_id", "channel", "address");

-- CreateIndex
CREATE INDEX "partner_marketplace_id_name_idx" ON "partner"("marketplace_id", "name");

-- CreateIndex
CREATE INDEX "sla_clock_marketplace_id_due_at_idx" ON "sla_clock"("marketplace_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "team_marketplace_id_key_key" ON "team"("marketplace_id", "key");

-- CreateIndex
CREATE INDEX "team_member_marketplace_id_membership_id_idx" ON "team_member"("marketplace_id", "membership_id");

-- CreateIndex
CREATE INDEX "ticket_marketplace_id_partner_id_updated_at_id_idx" ON "ticket"("marketplace_id", "partner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "ticket_marketplace_id_state_updated_at_id_idx" ON "ticket"("marketplace_id", "state", "updated_at", "id");

-- CreateIndex
CREATE INDEX "ticket_marketplace_id_topic_id_created_at_idx" ON "ticket"("marketplace_id", "topic_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_marketplace_id_number_key" ON "ticket"("marketplace_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_marketplace_id_partner_id_id_key" ON "ticket"("marketplace_id", "partner_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_message_marketplace_id_partner_id_id_key" ON "ticket_message"("marketplace_id", "partner_id", "id");

-- CreateIndex
CREATE INDEX "ticket_message_marketplace_id_ticket_id_created_at_idx" ON "ticket_message"("marketplace_id", "ticket_id", "created_at");

-- CreateIndex
CREATE INDEX "ticket_note_marketplace_id_ticket_id_created_at_idx" ON "ticket_note"("marketplace_id", "ticket_id", "created_at");

-- CreateIndex
CREATE INDEX "ticket_event_marketplace_id_ticket_id_at_idx" ON "ticket_event"("marketplace_id", "ticket_id", "at");

-- CreateIndex
CREATE INDEX "claim_marketplace_id_ticket_id_idx" ON "claim"("marketplace_id", "ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "worker_lock_key_key" ON "worker"("lock_key");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_marketplace_id_partner_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id") REFERENCES "partner"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_marketplace_id_uploaded_by_id_fkey" FOREIGN KEY ("marketplace_id", "uploaded_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_marketplace_id_partner_id_message_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "message_id") REFERENCES "ticket_message"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_marketplace_id_note_id_fkey" FOREIGN KEY ("marketplace_id", "note_id") REFERENCES "ticket_note"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_marketplace_id_actor_id_fkey" FOREIGN KEY ("marketplace_id", "actor_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_interval" ADD CONSTRAINT "calendar_interval_marketplace_id_calendar_id_fkey" FOREIGN KEY ("marketplace_id", "calendar_id") REFERENCES "calendar"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_holiday" ADD CONSTRAINT "calendar_holiday_marketplace_id_calendar_id_fkey" FOREIGN KEY ("marketplace_id", "calendar_id") REFERENCES "calendar"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_text" ADD CONSTRAINT "category_text_marketplace_id_category_id_fkey" FOREIGN KEY ("marketplace_id", "category_id") REFERENCES "category"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_marketplace_id_category_id_fkey" FOREIGN KEY ("marketplace_id", "category_id") REFERENCES "category"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_marketplace_id_team_id_fkey" FOREIGN KEY ("marketplace_id", "team_id") REFERENCES "team"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_marketplace_id_policy_id_fkey" FOREIGN KEY ("marketplace_id", "policy_id") REFERENCES "policy"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "topic_text" ADD CONSTRAINT "topic_text_marketplace_id_topic_id_fkey" FOREIGN KEY ("marketplace_id", "topic_id") REFERENCES "topic"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_marketplace_id_recipient_id_fkey" FOREIGN KEY ("marketplace_id", "recipient_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_marketplace_id_delivery_id_fkey" FOREIGN KEY ("marketplace_id", "delivery_id") REFERENCES "delivery"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_marketplace_id_policy_id_fkey" FOREIGN KEY ("marketplace_id", "policy_id") REFERENCES "policy"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_marketplace_id_created_by_id_fkey" FOREIGN KEY ("marketplace_id", "created_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_claim_id_fkey" FOREIGN KEY ("marketplace_id", "claim_id") REFERENCES "claim"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_policy_version_id_fkey" FOREIGN KEY ("marketplace_id", "policy_version_id") REFERENCES "policy_version"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_acked_by_id_fkey" FOREIGN KEY ("marketplace_id", "acked_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_marketplace_id_assessed_by_id_fkey" FOREIGN KEY ("marketplace_id", "assessed_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escalation_event" ADD CONSTRAINT "escalation_event_marketplace_id_escalation_id_fkey" FOREIGN KEY ("marketplace_id", "escalation_id") REFERENCES "escalation"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_event" ADD CONSTRAINT "escalation_event_marketplace_id_author_id_fkey" FOREIGN KEY ("marketplace_id", "author_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_token" ADD CONSTRAINT "sign_in_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_token" ADD CONSTRAINT "sign_in_token_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_marketplace_id_partner_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id") REFERENCES "partner"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_marketplace_id_invited_by_id_fkey" FOREIGN KEY ("marketplace_id", "invited_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "marketplace_settings" ADD CONSTRAINT "marketplace_settings_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation" ADD CONSTRAINT "rotation_marketplace_id_schedule_id_fkey" FOREIGN KEY ("marketplace_id", "schedule_id") REFERENCES "schedule"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation_version" ADD CONSTRAINT "rotation_version_marketplace_id_rotation_id_fkey" FOREIGN KEY ("marketplace_id", "rotation_id") REFERENCES "rotation"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_rule" ADD CONSTRAINT "schedule_rule_marketplace_id_schedule_id_fkey" FOREIGN KEY ("marketplace_id", "schedule_id") REFERENCES "schedule"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_rule" ADD CONSTRAINT "schedule_rule_marketplace_id_rotation_id_fkey" FOREIGN KEY ("marketplace_id", "rotation_id") REFERENCES "rotation"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "schedule_override" ADD CONSTRAINT "schedule_override_marketplace_id_schedule_id_fkey" FOREIGN KEY ("marketplace_id", "schedule_id") REFERENCES "schedule"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_override" ADD CONSTRAINT "schedule_override_marketplace_id_add_id_fkey" FOREIGN KEY ("marketplace_id", "add_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "schedule_override" ADD CONSTRAINT "schedule_override_marketplace_id_remove_id_fkey" FOREIGN KEY ("marketplace_id", "remove_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "schedule_override" ADD CONSTRAINT "schedule_override_marketplace_id_created_by_id_fkey" FOREIGN KEY ("marketplace_id", "created_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_method" ADD CONSTRAINT "contact_method_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notify_rule" ADD CONSTRAINT "notify_rule_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notify_rule" ADD CONSTRAINT "notify_rule_marketplace_id_contact_method_id_fkey" FOREIGN KEY ("marketplace_id", "contact_method_id") REFERENCES "contact_method"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_marketplace_id_consultant_id_fkey" FOREIGN KEY ("marketplace_id", "consultant_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sla_policy" ADD CONSTRAINT "sla_policy_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_policy" ADD CONSTRAINT "sla_policy_marketplace_id_topic_id_fkey" FOREIGN KEY ("marketplace_id", "topic_id") REFERENCES "topic"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sla_policy" ADD CONSTRAINT "sla_policy_marketplace_id_calendar_id_fkey" FOREIGN KEY ("marketplace_id", "calendar_id") REFERENCES "calendar"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_marketplace_id_policy_id_fkey" FOREIGN KEY ("marketplace_id", "policy_id") REFERENCES "sla_policy"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_marketplace_id_calendar_id_fkey" FOREIGN KEY ("marketplace_id", "calendar_id") REFERENCES "calendar"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_marketplace_id_team_id_fkey" FOREIGN KEY ("marketplace_id", "team_id") REFERENCES "team"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_counter" ADD CONSTRAINT "ticket_counter_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_partner_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id") REFERENCES "partner"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_topic_id_fkey" FOREIGN KEY ("marketplace_id", "topic_id") REFERENCES "topic"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_team_id_fkey" FOREIGN KEY ("marketplace_id", "team_id") REFERENCES "team"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_opened_by_id_fkey" FOREIGN KEY ("marketplace_id", "opened_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_marketplace_id_assignee_id_fkey" FOREIGN KEY ("marketplace_id", "assignee_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_marketplace_id_author_id_fkey" FOREIGN KEY ("marketplace_id", "author_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_note" ADD CONSTRAINT "ticket_note_marketplace_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_note" ADD CONSTRAINT "ticket_note_marketplace_id_author_id_fkey" FOREIGN KEY ("marketplace_id", "author_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_marketplace_id_author_id_fkey" FOREIGN KEY ("marketplace_id", "author_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_marketplace_id_claimed_by_id_fkey" FOREIGN KEY ("marketplace_id", "claimed_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_marketplace_id_decided_by_id_fkey" FOREIGN KEY ("marketplace_id", "decided_by_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_marketplace_id_membership_id_fkey" FOREIGN KEY ("marketplace_id", "membership_id") REFERENCES "membership"("marketplace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_marketplace_id_partner_id_ticket_id_fkey" FOREIGN KEY ("marketplace_id", "partner_id", "ticket_id") REFERENCES "ticket"("marketplace_id", "partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
