/** Something that was said: whose words, and when. */
export type Heard = { id: string; label: string }

/** What came in while somebody was writing; each a link to the words themselves. Read out politely (4.1.3). */
export function News({ title, heard }: { title: string; heard: readonly Heard[] }) {
  return (
    <div aria-live="polite" className="empty:-mb-3">
      {heard.length > 0 ? (
        <div className="grid gap-1 rounded-card border border-status-wait bg-status-wait-soft p-3 text-status-wait">
          <p className="font-strong">{title}</p>
          <ul>
            {heard.map(({ id, label }) => (
              <li key={id}>
                <a href={`#m-${id}`} className="underline underline-offset-3">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
