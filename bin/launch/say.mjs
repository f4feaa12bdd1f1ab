// What people see while it works: one line a step; a spinner only on a terminal.
const terminal = process.stdout.isTTY && !process.env.CI
const colour = terminal && !process.env.NO_COLOR
const paint = (code) => (text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text)
export const bold = paint(1)
export const dim = paint(2)
export const red = paint(31)
export const green = paint(32)
export const teal = paint(36)

export const say = (text = '') => console.log(text)

/** Something that ends the command and that its reader can act on: shown without a stack. */
export class Failure extends Error {
  constructor(message, { code = 1, output = '' } = {}) {
    super(message)
    this.code = code
    this.output = output
  }
}

/** Shows a failure to people, on standard error. */
export function sayFailure(error) {
  if (!(error instanceof Failure)) return console.error(error)
  if (error.output) console.error(dim(error.output.trimEnd()))
  console.error(`${red('✗')} ${error.message}`)
}

export function seconds(since) {
  const spent = (performance.now() - since) / 1000
  if (spent < 60) return `${spent.toFixed(spent < 10 ? 1 : 0)} s`
  return `${Math.floor(spent / 60)} min ${Math.round(spent % 60)} s`
}

/** Takes the line of the step that is under way off the screen: it will not be finished. */
export let endStep = () => {}

/**
 * Runs `work` under a line that tells what happens and, at the end, how long it took.
 * Off a terminal a long step says every 20 s that it is still at it, so that nobody thinks it hangs.
 */
export async function step(title, work) {
  const begun = performance.now()
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
  let turn = 0
  const show = () => process.stdout.write(`\r\x1b[2K${teal(frames[turn++ % 10])} ${title} ${dim(seconds(begun))}`)
  if (!terminal) say(`  ${title} ...`)
  const ticking = setInterval(terminal ? show : () => say(`  ... ${title}: ${seconds(begun)}`), terminal ? 100 : 20_000)
  const clear = () => {
    clearInterval(ticking)
    if (terminal) process.stdout.write('\r\x1b[2K')
  }
  endStep = clear
  try {
    const result = await work()
    clear()
    say(`${green('✓')} ${title} ${dim(seconds(begun))}`)
    return result
  } catch (error) {
    clear()
    throw error
  }
}
