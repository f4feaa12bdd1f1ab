import { classes } from './classes'

const star = 'M12 2.6l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.4l-5.9 3.2 1.2-6.5L2.500 9.500l6.600-.9z'

export type StarWords = { label: string; stars: readonly [string, string, string, string, string] }

/** Outlines, filled up to the one that is chosen or pointed at: what stands before it has it somewhere behind. */
const oneStar =
  'grid size-11 cursor-pointer place-items-center rounded-control text-control hover:text-brand has-checked:text-brand ' +
  'has-focus-visible:outline-2 has-focus-visible:outline-focus [&:has(~label_input:checked)]:text-brand [&:has(~label:hover)]:text-brand ' +
  '[&_path]:fill-transparent hover:[&_path]:fill-current has-checked:[&_path]:fill-current ' +
  '[&:has(~label_input:checked)_path]:fill-current [&:has(~label:hover)_path]:fill-current'

/** One to five, as radio buttons: arrow keys work, and each star has its word (003-23). */
export function Stars({
  name,
  words,
  required,
  chosen,
}: {
  name: string
  words: StarWords
  required?: boolean
  /** What was chosen before, where the form is shown again. */
  chosen?: string
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        {words.label}
        {required ? <span aria-hidden="true"> *</span> : null}
      </legend>
      <div className="flex">
        {[1, 2, 3, 4, 5].map((count) => (
          <label key={count} title={words.stars[count - 1]} className={oneStar}>
            <input
              type="radio"
              name={name}
              value={count}
              required={required}
              defaultChecked={chosen === String(count)}
              className="sr-only"
            />
            <StarShape className="size-7" />
            <span className="sr-only">{words.stars[count - 1]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A rating that was given; `label` reads "4 of 5". */
export function StarsGiven({ count, label }: { count: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="inline-flex gap-0.5">
      {[1, 2, 3, 4, 5].map((place) => (
        <StarShape
          key={place}
          className={classes('size-4', place <= count ? 'text-brand' : 'text-control')}
          empty={place > count}
        />
      ))}
    </span>
  )
}

function StarShape({ className, empty }: { className: string; empty?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <path d={star} fill={empty ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}
