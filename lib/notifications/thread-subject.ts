/**
 * The same subject for everything that is told of one request: besides References, some mailboxes group by nothing else.
 * What happened stands first in the text, which lists show beside the subject.
 */
export function threadSubject({ number, subject }: { number: string; subject: string }): string {
  return `[${number}] ${subject}`
}
