/** A bell: whoever waits is woken by the next ring, and a ring while nobody waits is kept. */
export class Wake {
  private rung = false
  private woken: (() => void) | undefined

  ring(): void {
    this.rung = true
    this.woken?.()
  }

  /** Until the bell rings, at most `milliseconds`. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        this.woken = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.woken = undefined
    }
    this.rung = false
  }
}
