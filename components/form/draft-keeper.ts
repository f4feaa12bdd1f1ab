import { isBlank, sameWritten, type Written } from '@/lib/drafts/schema'
import { type Brought, type Choice, chooseText } from './draft-choice'
import { deleteDraft, getDraft, putDraft, type Saving } from './draft-server'
import { type News, openLine, readKept, writeKept } from './draft-shelf'

/**
 * idle: nothing to say. saved: on the server. here: on this device alone until there is a connection. device_only: on this
 * device alone, the server does not take it. signed_out: the
 * same, because the session is over. elsewhere: another tab or device wrote something else, `theirs`. sent_elsewhere:
 * another tab has sent it.
 */
export type DraftStatus = 'idle' | 'saved' | 'here' | 'device_only' | 'signed_out' | 'elsewhere' | 'sent_elsewhere'
export type DraftState = { status: DraftStatus; theirs: Written | null }

export const noNews: DraftState = { status: 'idle', theirs: null }

const LOCAL_AFTER = 300
const SERVER_AFTER = 1_500
const SERVER_AT_LATEST = 8_000
const AGAIN_AFTER = [4_000, 10_000, 30_000, 60_000]

type Places = {
  /** Name on this device. */
  key: string
  /** Null: nothing is kept on a server. */
  address: string | null
  /** What the page brought along; undefined: it did not look. */
  brought?: Brought | null | undefined
}

type Told = { state: (state: DraftState) => void; restore: (written: Written, chosen: boolean) => void }

/** Keeps one text while it is written: at once on this device, soon after on the server, in step with other tabs. */
export class DraftKeeper {
  private written: Written = {}
  private version = 0
  private synced: Written = {}
  /** Typed here since it was last in step with the others. */
  private edited = false
  private theirs: Brought | null = null
  private sent: Written[] = []
  private sending = false
  private failures = 0
  private over = false
  private waiting: { local?: Timer; server?: Timer; latest?: Timer; again?: Timer } = {}
  private line = { tell: (_news: News) => {}, close: () => {} }

  constructor(
    private readonly places: Places,
    private readonly told: Told,
  ) {}

  start(): void {
    this.line = openLine(this.places.key, (news) => this.hear(news))
    window.addEventListener('online', this.wake)
    window.addEventListener('focus', this.wake)
    window.addEventListener('pagehide', this.leave)
    void this.open()
  }

  stop(): void {
    this.leave()
    this.over = true
    this.line.close()
    window.removeEventListener('online', this.wake)
    window.removeEventListener('focus', this.wake)
    window.removeEventListener('pagehide', this.leave)
  }

  /** The form as it stands now; costs nothing but a timer. */
  type(written: Written): void {
    this.written = written
    this.edited = true
    this.waiting.local ??= setTimeout(() => this.keepHere(), LOCAL_AFTER)
    clearTimeout(this.waiting.server)
    this.waiting.server = setTimeout(this.save, SERVER_AFTER)
    this.waiting.latest ??= setTimeout(this.save, SERVER_AT_LATEST)
  }

  /** Puts nothing more away until something is typed. */
  cancel = (): void => {
    for (const timer of Object.values(this.waiting)) clearTimeout(timer)
    this.waiting = {}
  }

  /** It was sent: gone on both sides. */
  drop = (): void => {
    this.cancel()
    this.edited = false
    this.written = this.synced = {}
    this.theirs = null
    this.tell('idle')
    this.line.tell({ key: this.places.key, act: 'sent', written: {}, version: this.version })
    void dropKept(this.places.key, this.places.address, this.version)
  }

  takeTheirs = (): void => {
    if (!this.theirs) return
    const { written, version } = this.theirs
    this.settleApart()
    this.adopt(written, version)
  }

  keepMine = (): void => {
    if (!this.theirs) return
    this.version = this.theirs.version || this.version
    this.settleApart()
    this.edited = true
    this.keepHere()
    void this.save()
  }

  private async open(): Promise<void> {
    const { key, address, brought } = this.places
    const kept = readKept(key)
    let there = brought ?? null
    // A page out of the browser's memory may be older than what this device knows.
    if (address && (brought === undefined || (kept?.version ?? 0) > (brought?.version ?? 0))) {
      const found = await getDraft(address)
      if (this.over) return
      there =
        found === undefined && kept && !kept.sent ? { written: kept.written, version: kept.version } : (found ?? null)
    }
    const choice = chooseText(kept, there)
    this.begin(choice, there)
    const apart = readKept(`${key}:apart`)
    if (apart && !this.theirs && !sameWritten(apart.written, this.written)) this.meet(apart)
    if (choice.due === 'drop') this.drop()
    if (choice.due === 'save') void this.save()
  }

  private begin({ show, version, theirs }: Choice, there: Brought | null): void {
    this.version = version
    this.synced = there && there.version === version ? there.written : {}
    if (this.edited) {
      // Somebody typed before the answer came.
      if (show && !sameWritten(show, this.written)) this.meet({ written: show, version })
      return
    }
    if (show) {
      this.written = show
      this.told.restore(show, false)
    }
    if (theirs) this.meet(theirs)
  }

  private keepHere(): void {
    clearTimeout(this.waiting.local)
    this.waiting.local = undefined
    const { key, address } = this.places
    if (this.theirs) {
      writeKept(`${key}:apart`, { written: this.written, version: 0, dirty: true })
      return
    }
    const dirty = address === null || !sameWritten(this.written, this.synced)
    const nothing = isBlank(this.written) && (address === null || (this.version === 0 && !dirty))
    writeKept(key, nothing ? null : { written: this.written, version: this.version, dirty })
    if (this.edited) this.line.tell({ key, act: 'written', written: this.written, version: 0 })
  }

  private save = async (leaving: unknown = false): Promise<void> => {
    const { address } = this.places
    clearTimeout(this.waiting.server)
    clearTimeout(this.waiting.latest)
    this.waiting.server = this.waiting.latest = undefined
    if (!address || this.theirs || this.sending) return
    const { written, version } = this
    if (sameWritten(written, this.synced)) return
    if (this.waiting.local) this.keepHere()
    this.sending = true
    this.sent = [...this.sent.slice(-4), written]
    const saving = await putDraft(address, written, version, leaving === true)
    this.sending = false
    if (!this.over) this.saved(saving, written)
  }

  private saved(saving: Saving, written: Written): void {
    if (saving.is === 'saved') {
      this.failures = 0
      this.inStep(written, saving.version)
      this.line.tell({ key: this.places.key, act: 'written', written, version: saving.version })
      this.tell('saved')
    } else if (saving.is === 'elsewhere') this.foundElsewhere(saving.draft)
    else {
      this.tell(failed[saving.is])
      if (saving.is === 'lost') this.saveAgain()
    }
  }

  /** The server has exactly this; what was typed meanwhile follows. */
  private inStep(written: Written, version: number): void {
    this.version = version
    this.synced = written
    this.edited = !sameWritten(this.written, written)
    this.keepHere()
    if (this.edited) this.waiting.server ??= setTimeout(this.save, SERVER_AFTER)
  }

  private foundElsewhere(draft: Brought): void {
    // An answer to our own save was lost on the way: what stands there is ours.
    if (this.sent.some((text) => sameWritten(text, draft.written)) || isBlank(draft.written)) {
      this.version = draft.version
      this.synced = draft.written
      void this.save()
    } else if (this.edited) this.meet(draft)
    else this.adopt(draft.written, draft.version)
  }

  private hear({ act, written, version }: News): void {
    if (act === 'sent') {
      this.cancel()
      this.synced = {}
      this.settleApart()
      if (!this.edited) this.adopt({}, this.version)
      this.edited = false
      this.tell('sent_elsewhere')
    } else if (sameWritten(written, this.written)) {
      if (version > 0) Object.assign(this, { version, synced: written, edited: false })
      if (this.theirs) this.settleApart()
      this.tell(version > 0 ? 'saved' : 'idle')
    } else if (this.edited) this.meet({ written, version })
    else if (version > 0) this.adopt(written, version)
    else {
      this.written = written
      this.told.restore(written, true)
    }
  }

  private adopt(written: Written, version: number): void {
    this.written = this.synced = written
    this.version = version
    this.edited = false
    this.told.restore(written, true)
    this.keepHere()
    this.tell(isBlank(written) ? 'idle' : 'saved')
  }

  private meet(theirs: Brought): void {
    this.theirs = { written: theirs.written, version: theirs.version || this.theirs?.version || 0 }
    this.keepHere()
    this.tell('elsewhere')
  }

  private settleApart(): void {
    this.theirs = null
    writeKept(`${this.places.key}:apart`, null)
  }

  private saveAgain(): void {
    const after = AGAIN_AFTER[Math.min(this.failures++, AGAIN_AFTER.length - 1)]
    clearTimeout(this.waiting.again)
    this.waiting.again = setTimeout(this.save, after)
  }

  private wake = (): void => {
    if (!sameWritten(this.written, this.synced)) void this.save()
  }

  private leave = (): void => {
    const pending = this.waiting.server !== undefined
    if (this.waiting.local) this.keepHere()
    clearTimeout(this.waiting.again)
    if (pending) void this.save(true)
  }

  private tell(status: DraftStatus): void {
    this.told.state({ status: this.theirs ? 'elsewhere' : status, theirs: this.theirs?.written ?? null })
  }
}

const failed = { signed_out: 'signed_out', refused: 'device_only', lost: 'here' } as const

type Timer = ReturnType<typeof setTimeout> | undefined

/** Forgets a draft on this device and the server; until the server knows, the device remembers that it is over. */
export async function dropKept(key: string, address: string | null, version: number): Promise<void> {
  writeKept(`${key}:apart`, null)
  if (!address) {
    writeKept(key, null)
    return
  }
  const known = Math.max(version, readKept(key)?.version ?? 0)
  writeKept(key, { written: {}, version: known, dirty: false, sent: true })
  if ((await deleteDraft(address)) && readKept(key)?.sent) writeKept(key, null)
}
