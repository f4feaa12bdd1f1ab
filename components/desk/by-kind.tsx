import type { WriteKind } from './desk-form-schema'

const only: Record<WriteKind, string> = {
  answer: 'hidden group-has-[[value=answer]:checked]/write:inline',
  ask: 'hidden group-has-[[value=ask]:checked]/write:inline',
  try_this: 'hidden group-has-[[value^=try]:checked]/write:inline',
  note: 'hidden group-has-[[value=note]:checked]/write:inline',
}

/** The words of whichever tab is chosen, without any script. */
export function ByKind({ of, kinds }: { of: Record<WriteKind, string>; kinds: readonly WriteKind[] }) {
  return kinds.map((kind) => (
    <span key={kind} className={only[kind]}>
      {of[kind]}
    </span>
  ))
}
