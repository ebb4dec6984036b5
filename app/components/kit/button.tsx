import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

type Kind = 'main' | 'outline' | 'quiet' | 'danger'
const CLASSES: Record<Kind, string> = {
  main: 'button',
  outline: 'button button-outline',
  quiet: 'button button-quiet',
  danger: 'button button-danger',
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind
  /** Why it cannot be pressed: shown beside it, and it stays disabled. */
  whyNot?: ReactNode
}

/** A button; one that cannot be pressed says why. */
export function Button({ kind = 'main', whyNot, type = 'submit', className, ...rest }: ButtonProps) {
  const button = (
    <button
      {...rest}
      type={type}
      className={`${CLASSES[kind]} ${className ?? ''}`}
      disabled={rest.disabled || Boolean(whyNot)}
    />
  )
  if (!whyNot) return button
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      {button}
      <span className="why-not">{whyNot}</span>
    </span>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const ButtonLink = ({ to, kind = 'main', children }: { to: string; kind?: Kind; children: ReactNode }) => (
  <Link to={to} className={CLASSES[kind]}>
    {children}
  </Link>
)
