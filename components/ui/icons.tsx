import { classes } from './classes'

export type IconProps = { className?: string }

/** A line icon on a 24 px grid. It says nothing to a screen reader: the word stands beside it or in a label. */
function Glyph({ path, className }: IconProps & { path: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={classes('shrink-0', className?.includes('size-') ? className : `size-5 ${className ?? ''}`)}
    >
      <path d={path} />
    </svg>
  )
}

export function InboxIcon(props: IconProps) {
  return <Glyph path="M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v6H3v-6z" {...props} />
}

export function BellIcon(props: IconProps) {
  return <Glyph path="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4" {...props} />
}

export function UrgentIcon(props: IconProps) {
  return <Glyph path="M12 3.5 22 20.5H2zM12 10v4.5M12 17.4v.1" {...props} />
}

export function SearchIcon(props: IconProps) {
  return <Glyph path="M16 16l5 5M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14z" {...props} />
}

export function ViewsIcon(props: IconProps) {
  return <Glyph path="M4 6h16M4 12h10M4 18h6" {...props} />
}

export function OnCallIcon(props: IconProps) {
  return (
    <Glyph
      path="M6.5 3.5 9 8 7 10.5a13 13 0 0 0 6.5 6.5L16 15l4.5 2.5V20a1.5 1.5 0 0 1-1.7 1.5A17 17 0 0 1 2.5 5.2 1.5 1.5 0 0 1 4 3.5zM15 3.5a6 6 0 0 1 5.5 5.5"
      {...props}
    />
  )
}

export function ReportsIcon(props: IconProps) {
  return <Glyph path="M4 20V4M4 20h16M9 16v-5M13.5 16V8M18 16v-3" {...props} />
}

export function PeopleIcon(props: IconProps) {
  return (
    <Glyph
      path="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.5 2.9-5.5 6.5-5.5s6.5 2 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.9c2.2.7 3.5 2.5 3.5 5.1"
      {...props}
    />
  )
}

export function SettingsIcon(props: IconProps) {
  return <Glyph path="M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5v-5M9 19.5v-5" {...props} />
}

export function HelpIcon(props: IconProps) {
  return (
    <Glyph
      path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.3 9.4A2.8 2.8 0 1 1 13 12c-.7.3-1 .8-1 1.6M12 16.8v.1"
      {...props}
    />
  )
}

export function BookIcon(props: IconProps) {
  return (
    <Glyph
      path="M12 6.5C10 5 7 4.5 3.5 4.5V18c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2zM12 6.5V20"
      {...props}
    />
  )
}

export function PlusIcon(props: IconProps) {
  return <Glyph path="M12 5v14M5 12h14" {...props} />
}

export function CompanyIcon(props: IconProps) {
  return <Glyph path="M3 21h18M5 21V4h9v17M14 9h5v12M8.5 8h2M8.5 12h2M8.5 16h2" {...props} />
}

export function LanguageIcon(props: IconProps) {
  return (
    <Glyph
      path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.6 3.6 5.6 3.6 9s-1.1 6.4-3.6 9c-2.5-2.6-3.6-5.6-3.6-9S9.5 5.6 12 3z"
      {...props}
    />
  )
}

export function PersonIcon(props: IconProps) {
  return <Glyph path="M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-3.4 3.7-5 7.5-5s6.9 1.6 7.5 5" {...props} />
}

export function LeaveIcon(props: IconProps) {
  return <Glyph path="M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5" {...props} />
}

export function CopyIcon(props: IconProps) {
  return <Glyph path="M9 9h11v11H9zM15 9V4H4v11h5" {...props} />
}

export function TickIcon(props: IconProps) {
  return <Glyph path="M4.5 12.5l5 5 10-11" {...props} />
}

export function CloseIcon(props: IconProps) {
  return <Glyph path="M6 6l12 12M18 6 6 18" {...props} />
}

export function ClipIcon(props: IconProps) {
  return (
    <Glyph
      path="M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L14.5 7.3"
      {...props}
    />
  )
}

export function DownIcon(props: IconProps) {
  return <Glyph path="M6 9.5l6 6 6-6" {...props} />
}

export function NextIcon(props: IconProps) {
  return <Glyph path="M9 5.5l6.5 6.5L9 18.5" {...props} />
}

export function BackIcon(props: IconProps) {
  return <Glyph path="M15 5.5 8.5 12l6.5 6.5" {...props} />
}

export function DownloadIcon(props: IconProps) {
  return <Glyph path="M12 4v11M7 10.5l5 5 5-5M4 20h16" {...props} />
}

export function InfoIcon(props: IconProps) {
  return <Glyph path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.1" {...props} />
}

export function FileIcon(props: IconProps) {
  return <Glyph path="M6 3h8l4.5 4.5V21H6zM14 3v4.5h4.5" {...props} />
}

export function PrintIcon(props: IconProps) {
  return <Glyph path="M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z" {...props} />
}
