/** What a marketplace takes: bytes of one file, bytes of all of them, and how many. */
export type UploadLimits = { each: number; total: number; count: number }

export type EarlyFaults = { tooLarge: string; total: string; tooMany: string }

/**
 * Says no before a byte is sent to what the server would refuse anyway; the server decides all the same. `before` are
 * the sizes that count already.
 */
export function refuseEarly<Sized extends { size: number }>(
  files: readonly Sized[],
  before: readonly number[],
  limits: UploadLimits,
  words: EarlyFaults,
): { file: Sized; fault?: string }[] {
  let sum = before.reduce((all, size) => all + size, 0)
  let count = before.length
  return files.map((file) => {
    if (file.size > limits.each) return { file, fault: words.tooLarge }
    if (count + 1 > limits.count) return { file, fault: words.tooMany }
    if (sum + file.size > limits.total) return { file, fault: words.total }
    sum += file.size
    count += 1
    return { file }
  })
}
